import {
  loadRnnoise,
  RnnoiseWorkletNode,
} from "@sapphi-red/web-noise-suppressor";
import type { TrackEffect } from "./jitsi.ts";

/** RNNoise works at this rate. */
const RATE = 48_000;

/** A context that does not run by then, in milliseconds, would send silence. */
const RUNS_MS = 2_000;

/** The smallest WebAssembly module there is. */
const MODULE = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);

/** Takes noise out of the own voice, on this device. Throws where it cannot; `onEnd` when it has stopped by itself. */
export async function loadNoise(onEnd: () => void): Promise<TrackEffect> {
  // Where the page may not compile it, the worklet would send silence and say nothing.
  await WebAssembly.compile(MODULE);
  const context = new AudioContext({ sampleRate: RATE });
  try {
    const [wasmBinary] = await Promise.all([
      loadRnnoise({
        url: "/noise/rnnoise.wasm",
        simdUrl: "/noise/rnnoise_simd.wasm",
      }),
      context.audioWorklet.addModule("/noise/worklet.js"),
      runs(context),
    ]);
    return effectOf(context, wasmBinary, onEnd);
  } catch (error) {
    await context.close();
    throw error;
  }
}

async function runs(context: AudioContext): Promise<void> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => reject(new Error("The browser plays no sound yet")),
    RUNS_MS,
  );
  await Promise.race([context.resume(), promise])
    .finally(() => clearTimeout(timer));
}

function effectOf(
  context: AudioContext,
  wasmBinary: ArrayBuffer,
  onEnd: () => void,
): TrackEffect {
  let stop = () => {};
  return {
    isEnabled: () => true,
    startEffect(stream) {
      stop();
      const [before] = stream.getAudioTracks();
      const source = context.createMediaStreamSource(stream);
      const node = new RnnoiseWorkletNode(context, {
        wasmBinary,
        maxChannels: 1,
      });
      const out = context.createMediaStreamDestination();
      source.connect(node).connect(out);
      node.addEventListener("processorerror", onEnd);
      const [after] = out.stream.getAudioTracks();
      // A microphone that is off stays off, with the effect and after it.
      if (before && after) {
        after.enabled = before.enabled;
        // A microphone that is unplugged ends its own track alone.
        before.addEventListener("ended", () => {
          after.stop();
          after.dispatchEvent(new Event("ended"));
        });
      }
      stop = () => {
        stop = () => {};
        source.disconnect();
        node.disconnect();
        node.destroy();
        if (before && after) before.enabled = after.enabled;
      };
      return out.stream;
    },
    stopEffect: () => stop(),
    close() {
      stop();
      void context.close();
    },
  };
}
