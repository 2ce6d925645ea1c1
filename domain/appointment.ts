/** Where an appointment stands (SPEC 1). Twin: public.appointment_state. */
export type AppointmentState =
  | "booked"
  | "waiting"
  | "calling"
  | "in_progress"
  | "completed"
  | "cancelled"
  | "no_show";

/** A moment: a `Temporal.Instant`, or what the database and realtime payloads carry, an ISO 8601 string with offset. */
export type Moment = { readonly epochMilliseconds: number } | string;

/** What the rules need to know of an appointment, named as in the database. */
export interface AppointmentFacts {
  readonly state: AppointmentState;
  readonly starts_at: Moment;
  /** When the doctor called last. */
  readonly called_at?: Moment | null;
}

const MINUTE = 60_000;

/** How long before the start the waiting room opens, in ms. Twin: private.waiting_room_opens_before. */
export const WAITING_ROOM_OPENS_BEFORE = 10 * MINUTE;

/** How long after the start a patient may still come, in ms. Twin: private.waiting_room_closes_after. */
export const WAITING_ROOM_CLOSES_AFTER = 4 * 60 * MINUTE;

/** How long a call rings, in ms. Twin: private.call_rings_for. */
export const CALL_RINGS_FOR = 45_000;

/** How long after the last ring a call may still be taken, in ms. Twin: public.accept_call. */
export const CALL_GRACE = 10_000;

/** When the waiting room opens, ISO instant. Twin: `opens_at` of public.appointment_page. */
export function opensAt(appointment: Pick<AppointmentFacts, "starts_at">) {
  return iso(ms(appointment.starts_at) - WAITING_ROOM_OPENS_BEFORE);
}

/** Until when the patient may come, ISO instant. Twin: public.enter_waiting_room. */
export function closesAt(appointment: Pick<AppointmentFacts, "starts_at">) {
  return iso(ms(appointment.starts_at) + WAITING_ROOM_CLOSES_AFTER);
}

/** Whether nothing more will happen to it. */
export function isOver({ state }: Pick<AppointmentFacts, "state">): boolean {
  return state === "completed" || state === "cancelled" || state === "no_show";
}

/** Whether the patient's button rings at this moment. Twin: public.call_patient. */
export function rings(appointment: AppointmentFacts, now: Moment): boolean {
  return appointment.state === "calling" &&
    sinceCall(appointment, now) < CALL_RINGS_FOR;
}

/**
 * What an appointment's state allows at a moment: pages show or disable by it, the database decides.
 * Every function names the SQL function that refuses what it denies.
 */
export const can = {
  /** The patient, from ten minutes before the start. Twin: public.enter_waiting_room. */
  enterWaitingRoom({ state, starts_at }: AppointmentFacts, now: Moment) {
    if (present(state)) return true;
    const fromStart = ms(now) - ms(starts_at);
    return state === "booked" && fromStart >= -WAITING_ROOM_OPENS_BEFORE &&
      fromStart <= WAITING_ROOM_CLOSES_AFTER;
  },

  /** The patient until the start, the doctor until the consultation. Twin: public.cancel_appointment. */
  cancel(
    { state, starts_at }: AppointmentFacts,
    now: Moment,
    by: "patient" | "doctor",
  ) {
    return expected(state) && (by === "doctor" || ms(now) < ms(starts_at));
  },

  /**
   * The doctor, when the patient waits or the last call was not taken; not while it rings here or the doctor
   * is busy with another patient (`busy`). Twin: public.call_patient.
   */
  call(appointment: AppointmentFacts, now: Moment, busy = false) {
    const unanswered = appointment.state === "calling" &&
      !rings(appointment, now);
    return !busy && (appointment.state === "waiting" || unanswered);
  },

  /** The doctor, while it rings. Twin: public.withdraw_call. */
  withdrawCall: ({ state }: AppointmentFacts) => state === "calling",

  /** The patient, while it rings and a few seconds longer. Twin: public.accept_call. */
  accept(appointment: AppointmentFacts, now: Moment) {
    return appointment.state === "calling" &&
      sinceCall(appointment, now) <= CALL_RINGS_FOR + CALL_GRACE;
  },

  /** Both, into the call: it runs. */
  join: ({ state }: AppointmentFacts) => state === "in_progress",

  /** Either side. Twin: public.end_consultation. */
  end: ({ state }: AppointmentFacts) => state === "in_progress",

  /** The doctor, from the start on. Twin: public.mark_no_show. */
  markNoShow({ state, starts_at }: AppointmentFacts, now: Moment) {
    return expected(state) && ms(now) >= ms(starts_at);
  },
} as const;

/** The patient is here. */
function present(state: AppointmentState): boolean {
  return state === "waiting" || state === "calling" || state === "in_progress";
}

/** The consultation has still to come. */
function expected(state: AppointmentState): boolean {
  return state === "booked" || state === "waiting" || state === "calling";
}

function sinceCall({ called_at }: AppointmentFacts, now: Moment): number {
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
