import type { ComponentProps } from "preact";
import { useLoaded } from "@/browser/use_loaded.ts";
import type { CallStage } from "./CallStage.tsx";

/** Fetches the call's scripts, once; while one waits, so that they are there when it rings. */
export async function loadCallStage(): Promise<typeof CallStage> {
  const { CallStage: loaded } = await import("./CallStage.tsx");
  return loaded;
}

/** The call, whose scripts the waiting room does without. */
export function LazyCallStage(props: ComponentProps<typeof CallStage>) {
  const Stage = useLoaded(loadCallStage);
  return Stage && <Stage {...props} />;
}
