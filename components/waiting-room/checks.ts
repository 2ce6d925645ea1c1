import type { DeviceProblem, LocalMedia } from "@/domain/media.ts";
import type { ReadyTick } from "./ReadyTicks.tsx";
import type { ConsultationTexts } from "@/i18n/fr/consultation.ts";

/** Camera and microphone, each with what is wrong with it. */
export type DeviceState = Pick<
  LocalMedia,
  "cameraProblem" | "microphoneProblem"
>;

/** What to do about a camera or microphone that does not work. */
export function adviceFor(
  problem: DeviceProblem,
  texts: ConsultationTexts,
): string {
  return {
    refused: texts.problemRefused,
    absent: texts.problemAbsent,
    busy: texts.problemBusy,
    unsupported: texts.problemUnsupported,
    ended: texts.problemEnded,
    silent: texts.problemSilent,
    unknown: texts.problemUnknown,
  }[problem];
}

/** What does not work, what to do about it, and how one can go on all the same; null when both work. */
export function deviceTrouble(
  { cameraProblem, microphoneProblem }: DeviceState,
  texts: ConsultationTexts,
): { title: string; advice: string; without: string; start: string } | null {
  const problem = cameraProblem ?? microphoneProblem;
  if (problem === null) return null;
  const blocked = {
    both: texts.blockedBoth,
    camera: texts.blockedCamera,
    microphone: texts.blockedMic,
  };
  const which = cameraProblem && microphoneProblem
    ? "both"
    : cameraProblem
    ? "camera"
    : "microphone";
  return {
    title: problem === "refused"
      ? blocked[microphoneProblem === "refused" ? which : "camera"]
      : {
        both: texts.bothOff,
        camera: texts.cameraOff,
        microphone: texts.soundOff,
      }[which],
    advice: adviceFor(problem, texts),
    without: microphoneProblem ? texts.withoutSound : texts.withoutVideo,
    start: {
      both: texts.startWithoutBoth,
      camera: texts.startWithoutVideo,
      microphone: texts.startWithoutSound,
    }[which],
  };
}

/** The three ticks of the waiting room: camera, microphone, connection. */
export function readyTicks(
  { media, live, texts }: {
    /** Null while the devices are opened. */
    media: DeviceState | null;
    live: boolean;
    texts: ConsultationTexts;
  },
): ReadyTick[] {
  const device = (
    kind: "camera" | "microphone",
    problem: DeviceProblem | null | undefined,
    words: { name: string; ready: string; blocked: string; missing: string },
  ): ReadyTick => {
    if (problem === undefined) {
      return {
        kind,
        state: "checking",
        text: `${words.name}, ${texts.checking}`,
      };
    }
    if (problem === null) return { kind, state: "ready", text: words.ready };
    return {
      kind,
      state: "missing",
      text: problem === "refused" ? words.blocked : words.missing,
    };
  };
  return [
    device("camera", media?.cameraProblem, {
      name: texts.camera,
      ready: texts.cameraReady,
      blocked: texts.cameraBlocked,
      missing: texts.cameraMissing,
    }),
    device("microphone", media?.microphoneProblem, {
      name: texts.microphone,
      ready: texts.micReady,
      blocked: texts.micBlocked,
      missing: texts.micMissing,
    }),
    live
      ? { kind: "connection", state: "ready", text: texts.connectionReady }
      : { kind: "connection", state: "missing", text: texts.connectionCut },
  ];
}
