import { useEffect, useRef, useState } from "preact/hooks";
import { paths } from "@/domain/paths.ts";
import { ask } from "./api.ts";
import {
  Call,
  type CallState,
  type CallTicket,
  type Kind,
  type RemoteMedia,
} from "./call.ts";
import {
  type DeviceProblem,
  problemOf,
  rememberChoice,
  rememberedChoice,
} from "./devices.ts";
import { keepSending, keptSending } from "./kept_sending.ts";
import { takeOver } from "./one_window.ts";

/** A call as a page shows it. */
export interface LiveCall {
  /** `elsewhere`: another window of this browser has taken it. */
  state: CallState | "elsewhere";
  /** Null while the other one sends nothing. */
  remote: RemoteMedia | null;
  local: MediaStream | null;
  on: Record<Kind, boolean>;
  /** 0 to 100; null before the first measurement. */
  quality: number | null;
  sharing: boolean;
  /** Why the last change of camera or microphone failed. */
  problem: DeviceProblem | null;
  turn: (kind: Kind) => void;
  share: () => void;
  change: (kind: Kind, deviceId: string) => void;
  /** After `failed`, `ended` or `elsewhere`: from the start, in this window. */
  again: () => void;
  leave: () => Promise<void>;
}

/** Joins the call of an appointment when the page's part appears, and leaves it with the part. */
export function useCall(appointmentId: string): LiveCall {
  const [state, setState] = useState<LiveCall["state"]>("connecting");
  const [remote, setRemote] = useState<RemoteMedia | null>(null);
  const [local, setLocal] = useState<MediaStream | null>(null);
  const [on, setOn] = useState({ audio: true, video: true });
  const [quality, setQuality] = useState<number | null>(null);
  const [sharing, setSharing] = useState(false);
  const [problem, setProblem] = useState<DeviceProblem | null>(null);
  const [attempt, setAttempt] = useState(0);
  const call = useRef<Call | null>(null);

  useEffect(() => {
    let gone = false;
    const join = async () => {
      const ticket = await ask<CallTicket>(paths.callToken(appointmentId));
      if (gone) return;
      call.current = new Call(ticket, rememberedChoice(), {
        onState: (next) => !gone && setState(next),
        onRemote: (media) =>
          setRemote(media.stream.getTracks().length > 0 ? media : null),
        onLocal: (stream, sending) => {
          setLocal(stream);
          setOn(sending);
        },
        onQuality: setQuality,
        onSharing: setSharing,
      });
      await call.current.start(keptSending(appointmentId));
    };
    const leave = () => void call.current?.leave();
    setState("connecting");
    const release = takeOver(
      `call:${appointmentId}`,
      () => void join().catch(() => !gone && setState("failed")),
      () => {
        gone = true;
        setState("elsewhere");
        leave();
      },
    );
    // The browser may keep a page that was left, and show it again: the call on it is over.
    const shown = (event: PageTransitionEvent) =>
      event.persisted && location.reload();
    globalThis.addEventListener("pagehide", leave);
    globalThis.addEventListener("pageshow", shown);
    return () => {
      gone = true;
      globalThis.removeEventListener("pagehide", leave);
      globalThis.removeEventListener("pageshow", shown);
      leave();
      release();
    };
  }, [appointmentId, attempt]);

  /** Tells why a device could not be had, or that it can. */
  const attemptDevice = (work: Promise<void> | undefined) => {
    setProblem(null);
    work?.catch((error) => setProblem(problemOf(error)));
  };

  return {
    state,
    remote,
    local,
    on,
    quality,
    sharing,
    problem,
    turn: (kind) => {
      keepSending(appointmentId, { ...on, [kind]: !on[kind] });
      attemptDevice(call.current?.turn(kind, !on[kind]));
    },
    share: () => {
      const done = sharing ? call.current?.unshare() : call.current?.share();
      // The person closed the browser's dialog: nothing is shared, nothing has changed.
      done?.catch(() => {});
    },
    change: (kind, deviceId) => {
      const choice = rememberedChoice();
      rememberChoice(
        kind === "video"
          ? { ...choice, camera: deviceId }
          : { ...choice, microphone: deviceId },
      );
      attemptDevice(call.current?.change(kind, deviceId));
    },
    again: () => setAttempt((before) => before + 1),
    leave: () => call.current?.leave() ?? Promise.resolve(),
  };
}
