import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { refuseOthers } from "../server/refuse.ts";
import { make } from "./make.ts";
import type { BuildOptions, Settings, TransformFn } from "./options.ts";
import { endBundler } from "./scripts.ts";

/** Builds an app for production, or serves it while it is written. */
export class Builder {
  #settings: Settings;

  /** Throws for a setting that this edition does not have. */
  constructor(options: BuildOptions = {}) {
    refuseOthers("Builder", options, [
      "root",
      "outDir",
      "serverEntry",
      "target",
      "ignore",
    ]);
    const root = resolve(path(options.root ?? Deno.cwd()));
    this.#settings = {
      root,
      outDir: resolve(root, path(options.outDir ?? "_fresh")),
      serverEntry: resolve(root, path(options.serverEntry ?? "main.ts")),
      target: [options.target ?? ["chrome99", "firefox99", "safari15"]].flat(),
      ignore: options.ignore ?? [/[._]test\.\w+$/],
      transforms: [],
    };
  }

  /** Lets a function write what is served in the place of matching files of `static/`. */
  onTransformStaticFile(
    options: { pluginName: string; filter: RegExp },
    transform: TransformFn,
  ): void {
    refuseOthers("onTransformStaticFile", options, ["pluginName", "filter"]);
    this.#settings.transforms.push({ filter: options.filter, transform });
  }

  /** Writes the production build: `deno serve` takes its `server.js`. */
  async build(): Promise<void> {
    try {
      await make(this.#settings, "production");
    } finally {
      await endBundler();
    }
    console.log(`Built into ${this.#settings.outDir}`);
  }

  /**
   * Serves the app and builds it again at every change of its files, until the process ends. The module that
   * `importApp` would load is loaded by each build's own server instead, which starts anew.
   */
  async listen(_importApp: () => Promise<unknown>): Promise<void> {
    const { develop } = await import("./develop.ts");
    await develop(this.#settings);
  }
}

function path(place: string): string {
  return place.startsWith("file:") ? fileURLToPath(place) : place;
}
