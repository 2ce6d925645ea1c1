import { CALL_GRACE } from "@/domain/appointment.ts";
import { paths } from "@/domain/paths.ts";
import type { CallSide } from "@/domain/guests.ts";
import { CallTicket } from "./answers.ts";
import { ask } from "./api.ts";
import { CallConnection } from "./call_connection.ts";
import {
  type CallConference,
  Conference,
  type ConferenceEvents,
} from "./conference.ts";
import { browserEffects, type EffectAccess } from "./effects.ts";
import { loadJitsi } from "./jitsi.ts";
import { keepSending, keptSending } from "./kept_sending.ts";
import { type LocalTrackEvents, LocalTracks } from "./local_tracks.ts";
import {
  type DeviceLists,
  type Kind,
  listDevices,
  rememberedChoice,
} from "./media.ts";
import { takeOver } from "./one_window.ts";
import { keepAwake } from "./wake_lock.ts";

/** What a call asks of the browser and of lib-jitsi-meet; tests have their own. */
export interface CallAccess {
  /** Asks our server for a way in; a new one each time, since tokens end. Throws when there is none now. */
  ticket(): Promise<CallTicket>;
  /** Opens the devices of the last visit, with what was on in this call before a reload. */
  openTracks(
    ticket: CallTicket,
    conferences: LocalTracks["conferences"],
    events: LocalTrackEvents,
    signal: AbortSignal,
  ): Promise<LocalTracks>;
  /** Begins a way into the room. */
  enter(
    ticket: CallTicket,
    tracks: LocalTracks,
    events: ConferenceEvents,
  ): CallConference;
  /** Whether Jitsi can be reached over the network now. */
  probe(ticket: CallTicket): Promise<boolean>;
  /** See {@link takeOver}. */
  takeOver(held: () => void, onLost: () => void): () => void;
  keepAwake(): () => void;
  keepSending(on: Record<Kind, boolean>): void;
  listDevices(): Promise<DeviceLists>;
  /** What can be done to picture and sound before they are sent. */
  effects: EffectAccess;
}

/**
 * Timeout for the question whether Jitsi is there, in milliseconds. Without one a dead network's questions would keep
 * the browser's few connections, and the next ones would wait behind them.
 */
const PROBE_TIMEOUT_MS = 1_000;

/** Timeout for the ticket, in milliseconds: the next try should not wait for one that a dead network has swallowed. */
const TICKET_TIMEOUT_MS = 5_000;

/** A way to the room that was prepared while it rang, without entering it. */
interface EarlyWay {
  appointmentId: string;
  ticket: CallTicket;
  connection: CallConnection;
  /** The call has it. */
  taken: boolean;
}
let early: EarlyWay | null = null;

/**
 * Makes the patient's connection while it rings, so that the call can be entered at once when it is answered. What
 * fails here is tried again by the call itself. The returned function says that it rings no more: a connection that
 * nobody takes is closed once the call cannot be answered any more.
 */
export function prepareCall(appointmentId: string): () => void {
  let ended = false;
  let mine: EarlyWay | null = null;
  const prepare = async () => {
    const ticket = await askTicket(paths.callToken(appointmentId));
    const library = await loadJitsi(ticket.jitsiUrl);
    if (ended) return;
    const connection = new CallConnection(library, ticket);
    early = mine = { appointmentId, ticket, connection, taken: false };
  };
  prepare().catch(() => {});
  return () => {
    ended = true;
    setTimeout(() => {
      if (mine === null || mine.taken) return;
      if (early === mine) early = null;
      void mine.connection.close();
    }, CALL_GRACE);
  };
}

function askTicket(path: string): Promise<CallTicket> {
  return ask(path, CallTicket, {
    repeatable: false,
    signal: AbortSignal.timeout(TICKET_TIMEOUT_MS),
  });
}

/** The browser's own, for the call of one appointment; a guest's browser knows none, and asks elsewhere. */
export function browserCall(
  { appointmentId, side }: { appointmentId: string; side: CallSide },
): CallAccess {
  const ticketPath = side === "guest"
    ? paths.guestCallToken()
    : paths.callToken(appointmentId);
  return {
    async ticket() {
      const ready = early?.appointmentId === appointmentId &&
        early.connection.usable;
      return early && ready ? early.ticket : await askTicket(ticketPath);
    },
    async openTracks({ jitsiUrl }, conferences, events, signal) {
      const library = await loadJitsi(jitsiUrl);
      signal.throwIfAborted();
      const tracks = new LocalTracks(library, conferences, events, signal);
      await tracks.open(rememberedChoice(), keptSending(appointmentId));
      return tracks;
    },
    enter(ticket, tracks, events) {
      const { library } = tracks;
      const ready = early?.ticket === ticket ? early : null;
      if (ready !== null) {
        ready.taken = true;
        early = null;
      }
      const connection = ready?.connection ??
        new CallConnection(library, ticket);
      return new Conference(library, connection, ticket, tracks, side, events);
    },
    async probe({ jitsiUrl }) {
      try {
        // What it answers does not matter, and may be hidden from us: that it does is enough.
        await fetch(`${jitsiUrl}/xmpp-websocket`, {
          mode: "no-cors",
          cache: "no-store",
          credentials: "omit",
          signal: AbortSignal.timeout(PROBE_TIMEOUT_MS),
        });
        return true;
      } catch {
        return false;
      }
    },
    takeOver: (held, onLost) => takeOver(`call:${appointmentId}`, held, onLost),
    keepAwake,
    keepSending: (on) => keepSending(appointmentId, on),
    listDevices,
    effects: browserEffects,
  };
}
