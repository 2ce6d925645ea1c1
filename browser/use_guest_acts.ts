import { signal } from "@preact/signals";
import { useState } from "preact/hooks";
import type { GuestAct } from "@/domain/guests.ts";
import { paths } from "@/domain/paths.ts";
import { GuestStateAnswer } from "./answers.ts";
import { ask, Refusal } from "./api.ts";

/** The acts of a page with a guest. */
export interface GuestActs {
  /** Why the last act failed, as a key of the database's rules; null when it did not. */
  readonly refusal: string | null;
  /** Admits, refuses or sends out a guest. */
  act: (guestId: string, act: GuestAct) => Promise<void>;
}

/** Does acts, each of which may be repeated safely; `refresh` reads the page's record again. */
export function useGuestActs(refresh: () => Promise<void>): GuestActs {
  const [acts] = useState(() => {
    const refusal = signal<string | null>(null);
    return {
      get refusal() {
        return refusal.value;
      },
      async act(guestId: string, act: GuestAct) {
        refusal.value = null;
        try {
          await ask(paths.guestAct(guestId, act), GuestStateAnswer, {
            method: "POST",
            repeatable: true,
          });
        } catch (error) {
          refusal.value = error instanceof Refusal ? error.key : "unavailable";
        }
        await refresh();
      },
    };
  });
  return acts;
}
