import { type ComponentType, h, render } from "preact";
import { computed, signal } from "@preact/signals";
import { parse } from "../../jsonify/parse.ts";
import { CLIENT_NAV_ATTR } from "../shared_internal.ts";
import { createRootFragment } from "./root_fragment.ts";
import { Page, type Region, type SlotRef } from "./page.ts";

type IslandProps = { props: Record<string, unknown> }[];

/** Starts the islands of the page. `serialized` are their properties, from `stringify`. */
export function boot(
  islands: Record<string, ComponentType>,
  serialized: string,
): void {
  const all = parse<IslandProps>(serialized, {
    Signal: (value) => signal(value),
    Computed: (value) => computed(() => value),
    Slot: ({ name, id }): SlotRef => ({ kind: "slot", name, id }),
  });
  const page = new Page(islands, all.map((entry) => entry.props));
  for (const region of page.islands(document.body)) {
    later(() => revive(page, region));
  }
  refuseClientNav();
}

function revive(page: Page, region: Region): void {
  const { component, props } = page.island(region);
  const container = createRootFragment(region);
  // The fragment has all of an element that Preact uses.
  render(h(component, props), container as unknown as Element);
}

/** Islands start one by one, so that the page stays responsive. */
function later(task: () => void): void {
  if ("scheduler" in globalThis) {
    scheduler.postTask(task);
  } else {
    setTimeout(task, 0);
  }
}

/** In browsers that have it; TypeScript's library does not know it yet. */
declare const scheduler: { postTask(task: () => void): Promise<void> };

function refuseClientNav(): void {
  if (document.querySelector(`[${CLIENT_NAV_ATTR}="true"]`)) {
    console.error(
      `${CLIENT_NAV_ATTR} is not part of this edition of Fresh: links load whole pages.`,
    );
  }
}
