import type { ComponentProps } from "preact";
import { useLoaded } from "@/browser/use_loaded.ts";
import type { CallStage } from "./CallStage.tsx";

/** Fetches the call's scripts, once; while one waits, so that they are there when it rings. */
export async function loadCallStage(): Promise<typeof CallStage> {
  const { CallStage: loaded } = await import("./CallStage.tsx");
  return loaded;
}

/**
 * While it rings, makes what the call needs to begin. Ends when the returned function is called.
 */
export function prepareCall(appointmentId: string): () => void {
  let end: (() => void) | null = () => {};
  import("./CallStage.tsx").then(({ prepareCall: prepare }) => {
    if (end !== null) end = prepare(appointmentId);
  }, () => {}); // asked again when it is needed
  return () => {
    end?.();
    end = null;
  };
}

/** The call, whose scripts the waiting room does without. */
export function LazyCallStage(props: ComponentProps<typeof CallStage>) {
  const Stage = useLoaded(loadCallStage);
  return Stage ? <Stage {...props} /> : (
    <div class="call-frame">
      <p class="call-words" role="status">{props.texts.connecting}</p>
    </div>
  );
}
