import type { TrackEffect } from "./jitsi.ts";

// Chromium's own, and not in TypeScript's library: https://www.w3.org/TR/mediacapture-transform/
declare const MediaStreamTrackProcessor: new (
  options: { track: MediaStreamTrack },
) => { readable: ReadableStream };
declare const MediaStreamTrackGenerator: new (
  options: { kind: "video" },
) => MediaStreamTrack & { writable: WritableStream };

/** How long model and library may take to arrive, in milliseconds: 3 MB on a slow line. */
const TIMEOUT_MS = 30_000;

/**
 * Blurs what is behind the person, in a worker on this device. Throws where it cannot; `onSlow` when the device could
 * not keep up: then the picture passes as it is.
 */
export async function loadBlur(onSlow: () => void): Promise<TrackEffect> {
  const worker = new Worker("/blur/worker.js");
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const timer = setTimeout(
    () => reject(new Error("The model is too slow to come")),
    TIMEOUT_MS,
  );
  worker.addEventListener("message", ({ data }) => {
    if (data === "ready") resolve();
    if (data === "failed") reject(new Error("The model does not run"));
    if (data === "slow") onSlow();
  });
  worker.addEventListener("error", () => reject(new Error("No worker")));
  try {
    await promise;
  } catch (error) {
    worker.terminate();
    throw error;
  } finally {
    clearTimeout(timer);
  }
  return {
    isEnabled: () => true,
    // The camera goes off and on again: another stream each time, for the same worker.
    startEffect(stream) {
      const [track] = stream.getVideoTracks();
      if (track === undefined) return stream;
      const { readable } = new MediaStreamTrackProcessor({ track });
      const blurred = new MediaStreamTrackGenerator({ kind: "video" });
      const { writable } = blurred;
      worker.postMessage({ readable, writable }, [readable, writable]);
      return new MediaStream([blurred]);
    },
    stopEffect() {},
    close: () => worker.terminate(),
  };
}
