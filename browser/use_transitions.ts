import { signal } from "@preact/signals";
import { useState } from "preact/hooks";
import { paths } from "@/domain/paths.ts";
import type { PathAct } from "@/domain/transitions.ts";
import { TransitionAnswer } from "./answers.ts";
import { ask, Refusal } from "./api.ts";

/** The acts of a page with appointments. */
export interface Transitions {
  /** Why the last act failed, as a key of the database's rules; null when it did not. */
  readonly refusal: string | null;
  /** Does an act; whether it succeeded. The record is read again in any case. */
  transition: (id: string, act: PathAct) => Promise<boolean>;
}

/** Does acts, each of which may be repeated safely; `refresh` reads the page's record again. */
export function useTransitions(refresh: () => Promise<void>): Transitions {
  const [transitions] = useState(() => {
    const refusal = signal<string | null>(null);
    return {
      get refusal() {
        return refusal.value;
      },
      async transition(id: string, act: PathAct) {
        refusal.value = null;
        let done = true;
        try {
          await ask(paths.transition(id, act), TransitionAnswer, {
            method: "POST",
            repeatable: true,
          });
        } catch (error) {
          done = false;
          refusal.value = error instanceof Refusal ? error.key : "unavailable";
        }
        await refresh();
        return done;
      },
    };
  });
  return transitions;
}
