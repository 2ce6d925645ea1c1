import type { ComponentProps } from "preact";
import { useLoaded } from "@/browser/use_loaded.ts";
import type { GuestCall } from "./GuestCall.tsx";

/** Fetches the call's scripts, once; while one waits, so that they are there when one is admitted. */
export async function loadGuestCall(): Promise<typeof GuestCall> {
  const { GuestCall: loaded } = await import("./GuestCall.tsx");
  return loaded;
}

/** The guest's call, whose scripts the page before it does without. */
export function LazyGuestCall(props: ComponentProps<typeof GuestCall>) {
  const Call = useLoaded(loadGuestCall);
  return Call ? <Call {...props} /> : (
    <div class="call-frame">
      <p class="call-words" role="status">{props.texts.connecting}</p>
    </div>
  );
}
