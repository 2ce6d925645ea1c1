import { moves, nextState, type Side } from "./transitions.ts";

/** Where an appointment stands (docs/specification.md, 1). Mirrored in SQL: public.appointment_state. */
export const appointmentStates = [
  "booked",
  "waiting",
  "calling",
  "in_progress",
  "completed",
  "cancelled",
  "no_show",
] as const;
export type AppointmentState = (typeof appointmentStates)[number];

/** A moment: a `Temporal.Instant`, or what the database and realtime payloads carry, an ISO 8601 string with offset. */
export type Moment = { readonly epochMilliseconds: number } | string;

/** What the rules need to know of an appointment, named as in the database. */
export interface AppointmentTimes {
  readonly state: AppointmentState;
  readonly starts_at: Moment;
  /** When the doctor called last. */
  readonly called_at?: Moment | null;
  /** When the doctor ended it. */
  readonly ended_at?: Moment | null;
}

const MINUTE = 60_000;

/** How long before the start the waiting room opens, in ms. Mirrored in SQL: private.waiting_room_opens_before. */
export const WAITING_ROOM_OPENS_BEFORE = 10 * MINUTE;

/** How long after the start a patient may still come, in ms. Mirrored in SQL: private.waiting_room_closes_after. */
export const WAITING_ROOM_CLOSES_AFTER = 4 * 60 * MINUTE;

/** How long a call rings, in ms. Mirrored in SQL: private.call_rings_for. */
export const CALL_RINGS_FOR = 45_000;

/** How long after the last ring a call may still be taken, in ms. Mirrored in SQL: private.call_grace. */
export const CALL_GRACE = 10_000;

/** How long after its end a consultation may be opened again, in ms. Mirrored in SQL: private.reopens_for. */
export const REOPENS_FOR = 5 * MINUTE;

/** How long after a reopening an SMS and an e-mail tell of it, in ms. Mirrored in SQL: private.reopening_told_after. */
export const REOPENING_TOLD_AFTER = 20_000;

/** How long after the end of a consultation the patient's page still tells of its documents by itself, in ms. */
const DOCUMENTS_FOLLOW = 2 * 60 * MINUTE;

/** When the waiting room opens, ISO instant. Mirrored in SQL: `opens_at` of public.appointment_page. */
export function opensAt(appointment: Pick<AppointmentTimes, "starts_at">) {
  return iso(ms(appointment.starts_at) - WAITING_ROOM_OPENS_BEFORE);
}

/** Until when the patient may come, ISO instant. Mirrored in SQL: private.check_transition. */
export function closesAt(appointment: Pick<AppointmentTimes, "starts_at">) {
  return iso(ms(appointment.starts_at) + WAITING_ROOM_CLOSES_AFTER);
}

/** Until when the doctor may open it again, ISO instant; null before its end. */
export function reopensUntil(
  { ended_at }: Pick<AppointmentTimes, "ended_at">,
): string | null {
  return ended_at == null ? null : iso(ms(ended_at) + REOPENS_FOR);
}

/** Whether the doctor has just ended it: documents may come, and it may be opened again. */
export function justEnded(
  { state, ended_at }: Pick<AppointmentTimes, "state" | "ended_at">,
  now: Moment,
): boolean {
  return state === "completed" && ended_at != null &&
    ms(now) - ms(ended_at) <= DOCUMENTS_FOLLOW;
}

/** What tells whether the patient is to press before they are seen and heard again. */
interface ResumedTimes extends Pick<AppointmentTimes, "state"> {
  readonly held_by: "video" | "telephone";
  readonly left_at: string | null;
  readonly reopened_at: string | null;
  readonly resumed_at: string | null;
}

/**
 * Whether it went on by video, and the patient has not pressed to come back. Mirrored in SQL: private.awaits_patient.
 */
export function awaitsPatient(
  { state, held_by, left_at, resumed_at }: ResumedTimes,
): boolean {
  return state === "in_progress" && held_by === "video" &&
    resumed_at !== null && left_at === resumed_at;
}

/** Whether that is because the doctor opened it again after its end. Mirrored in SQL: private.is_reopened. */
export function isReopened(appointment: ResumedTimes): boolean {
  return awaitsPatient(appointment) &&
    appointment.reopened_at === appointment.resumed_at;
}

/** Whether nothing more will happen to it. */
export function isOver({ state }: Pick<AppointmentTimes, "state">): boolean {
  return state === "completed" || state === "cancelled" || state === "no_show";
}

/** Whether the patient's button rings at this moment. Mirrored in SQL: private.doctor_is_busy. */
export function rings(appointment: AppointmentTimes, now: Moment): boolean {
  return appointment.state === "calling" &&
    sinceCall(appointment, now) < CALL_RINGS_FOR;
}

/** Where it stands in a word: whoever did not take a call waits again, though the database keeps that they were called. */
export function spokenState(
  appointment: AppointmentTimes,
  now: Moment,
): AppointmentState {
  const { state } = appointment;
  return state === "calling" && !rings(appointment, now) ? "waiting" : state;
}

/**
 * What became of the last call while the patient waits: the doctor withdrew it, or nobody took it. Null while it
 * rings, and when the patient came after it.
 */
export function missedCall(
  appointment: AppointmentTimes & { readonly waiting_since: Moment | null },
  now: Moment,
): "withdrawn" | "unanswered" | null {
  const { state, called_at, waiting_since } = appointment;
  if (state === "calling") return rings(appointment, now) ? null : "unanswered";
  const after = called_at != null && waiting_since !== null &&
    ms(called_at) >= ms(waiting_since);
  return state === "waiting" && after ? "withdrawn" : null;
}

/**
 * What an appointment's state and the time allow: pages show or disable by it, the database decides.
 * States: domain/transitions.ts. Times: mirrored in SQL, private.check_transition.
 */
export const can = {
  /** The patient, from ten minutes before the start; back into what runs at any time. */
  arrive({ state, starts_at }: AppointmentTimes, now: Moment) {
    if (state !== "booked") {
      return nextState("arrive", "patient", state) !== undefined;
    }
    const fromStart = ms(now) - ms(starts_at);
    return fromStart >= -WAITING_ROOM_OPENS_BEFORE &&
      fromStart <= WAITING_ROOM_CLOSES_AFTER;
  },

  /** The patient until the start, the doctor until the consultation. */
  cancel({ state, starts_at }: AppointmentTimes, now: Moment, side: Side) {
    return moves("cancel", side, state) &&
      (side === "doctor" || ms(now) < ms(starts_at));
  },

  /** The patient, to another slot of the same doctor, until the start. Mirrored in SQL: public.move_appointment. */
  move({ state, starts_at }: AppointmentTimes, now: Moment) {
    return state === "booked" && ms(now) < ms(starts_at);
  },

  /**
   * The doctor, when the patient waits or the last call was not taken; not while it rings here or the doctor
   * is busy with another patient (`busy`).
   */
  call(appointment: AppointmentTimes, now: Moment, busy = false) {
    return !busy && !rings(appointment, now) &&
      nextState("call", "doctor", appointment.state) !== undefined;
  },

  /** The doctor, once the consultation has begun. Mirrored in SQL: private.documents_may_be_issued. */
  issueDocuments: ({ state }: AppointmentTimes) =>
    state === "in_progress" || state === "completed",

  /** The doctor, while it rings. */
  withdraw: ({ state }: AppointmentTimes) => moves("withdraw", "doctor", state),

  /** The patient, while it rings and a few seconds longer. */
  accept(appointment: AppointmentTimes, now: Moment) {
    return moves("accept", "patient", appointment.state) &&
      !unanswered(appointment, now);
  },

  /** Both, into the call: it runs. */
  join: ({ state }: AppointmentTimes) => state === "in_progress",

  /** The doctor. The patient leaves, and may come back until then. */
  end: ({ state }: AppointmentTimes) => moves("end", "doctor", state),

  /** The doctor, for five minutes after the end. */
  reopen({ state, ended_at }: AppointmentTimes, now: Moment) {
    return moves("reopen", "doctor", state) && ended_at != null &&
      ms(now) - ms(ended_at) <= REOPENS_FOR;
  },

  /** The doctor, from the start on: nobody came, or nobody took the call. Never while the patient waits. */
  noShow(appointment: AppointmentTimes, now: Moment) {
    const { state, starts_at } = appointment;
    return moves("no_show", "doctor", state) && ms(now) >= ms(starts_at) &&
      (state !== "calling" || unanswered(appointment, now));
  },
} as const;

/** The last call rang out, and the seconds of grace are over. */
function unanswered(appointment: AppointmentTimes, now: Moment): boolean {
  return sinceCall(appointment, now) > CALL_RINGS_FOR + CALL_GRACE;
}

function sinceCall({ called_at }: AppointmentTimes, now: Moment): number {
  return called_at ? ms(now) - ms(called_at) : Infinity;
}

function ms(moment: Moment): number {
  return typeof moment === "string"
    ? Date.parse(moment)
    : moment.epochMilliseconds;
}

function iso(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
