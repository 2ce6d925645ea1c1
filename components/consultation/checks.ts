import type { ReadyCheck } from "@/components/ReadyChecks.tsx";
import type { ConsultationTexts } from "@/i18n/fr/consultation.ts";

/** Why camera or microphone cannot be used. Twin: `DeviceProblem` of browser/devices.ts. */
export type Problem = "refused" | "absent" | "busy" | "unsupported" | "unknown";

/** One's own camera and microphone. Twin: `LocalMedia` of browser/devices.ts. */
export interface OwnMedia {
  stream: MediaStream;
  cameraProblem: Problem | null;
  microphoneProblem: Problem | null;
}

/** What to do about a camera or microphone that does not work. */
export function adviceFor(problem: Problem, texts: ConsultationTexts): string {
  return {
    refused: texts.problemRefused,
    absent: texts.problemAbsent,
    busy: texts.problemBusy,
    unsupported: texts.problemUnsupported,
    unknown: texts.problemUnknown,
  }[problem];
}

/** The three ticks of the waiting room: camera, microphone, connection. */
export function readyChecks(
  { media, live, texts }: {
    /** Null while the devices are opened. */
    media: Omit<OwnMedia, "stream"> | null;
    live: boolean;
    texts: ConsultationTexts;
  },
): ReadyCheck[] {
  const device = (
    label: string,
    ready: string,
    problem: Problem | null | undefined,
  ): ReadyCheck => {
    if (problem === undefined) {
      return { label, state: "checking", detail: texts.checking };
    }
    if (problem === null) return { label, state: "ready", detail: ready };
    return { label, state: "missing", detail: adviceFor(problem, texts) };
  };
  return [
    device(texts.camera, texts.ready, media?.cameraProblem),
    device(texts.microphone, texts.micReady, media?.microphoneProblem),
    live ? { label: texts.connection, state: "ready", detail: texts.ready } : {
      label: texts.connection,
      state: "checking",
      detail: texts.connectionCut,
    },
  ];
}
