import { useState } from "preact/hooks";
import { ask, Refusal } from "./api.ts";

/** Steps that a page takes with an appointment. */
export interface Steps {
  /** Why the last step failed, as a key of the database's rules; null when it did not. */
  refusal: string | null;
  /** Takes a step; whether it succeeded. The page is read again in any case. */
  take: (path: string, method?: "POST" | "PUT" | "DELETE") => Promise<boolean>;
}

/** Takes steps, each of which may be repeated safely, and reads the record again after them. */
export function useSteps(refresh: () => Promise<void>): Steps {
  const [refusal, setRefusal] = useState<string | null>(null);
  return {
    refusal,
    take: async (path, method = "POST") => {
      setRefusal(null);
      let done = true;
      try {
        await ask(path, { method, repeatable: true });
      } catch (error) {
        done = false;
        setRefusal(error instanceof Refusal ? error.key : "unavailable");
      }
      await refresh();
      return done;
    },
  };
}
