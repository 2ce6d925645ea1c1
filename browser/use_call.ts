import { useEffect, useRef, useState } from "preact/hooks";
import { paths } from "@/domain/paths.ts";
import { ask } from "./api.ts";
import { Call, type CallState, type CallTicket, type Kind } from "./call.ts";
import { rememberChoice, rememberedChoice } from "./devices.ts";

/** A call as a page shows it. */
export interface LiveCall {
  state: CallState;
  remote: MediaStream | null;
  remoteMuted: Record<Kind, boolean>;
  local: MediaStream | null;
  on: Record<Kind, boolean>;
  /** 0 to 100; null before the first measurement. */
  quality: number | null;
  sharing: boolean;
  turn: (kind: Kind) => void;
  share: () => void;
  change: (kind: Kind, deviceId: string) => void;
  /** After `failed`: from the start. */
  again: () => void;
  leave: () => Promise<void>;
}

const off = { audio: false, video: false };

/** Joins the call of an appointment when the page's part appears, and leaves it with the part. */
export function useCall(appointmentId: string): LiveCall {
  const [state, setState] = useState<CallState>("connecting");
  const [remote, setRemote] = useState<MediaStream | null>(null);
  const [remoteMuted, setRemoteMuted] = useState(off);
  const [local, setLocal] = useState<MediaStream | null>(null);
  const [on, setOn] = useState({ audio: true, video: true });
  const [quality, setQuality] = useState<number | null>(null);
  const [sharing, setSharing] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const call = useRef<Call | null>(null);

  useEffect(() => {
    let gone = false;
    setState("connecting");
    ask<CallTicket>(paths.callToken(appointmentId)).then((ticket) => {
      if (gone) return;
      const joined = call.current = new Call(ticket, rememberedChoice(), {
        onState: setState,
        onRemote: (stream, muted) => {
          setRemote(stream.getTracks().length > 0 ? stream : null);
          setRemoteMuted(muted);
        },
        onLocal: (stream, sending) => {
          setLocal(stream);
          setOn(sending);
        },
        onQuality: setQuality,
        onSharing: setSharing,
      });
      return joined.start({ audio: true, video: true });
    }).catch(() => setState("failed"));
    const unload = () => void call.current?.leave();
    globalThis.addEventListener("pagehide", unload);
    return () => {
      gone = true;
      globalThis.removeEventListener("pagehide", unload);
      void call.current?.leave();
    };
  }, [appointmentId, attempt]);

  return {
    state,
    remote,
    remoteMuted,
    local,
    on,
    quality,
    sharing,
    turn: (kind) => void call.current?.turn(kind, !on[kind]),
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
      call.current?.change(kind, deviceId).catch(() => {});
    },
    again: () => setAttempt((before) => before + 1),
    leave: () => call.current?.leave() ?? Promise.resolve(),
  };
}
