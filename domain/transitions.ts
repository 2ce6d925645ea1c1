import type { AppointmentState } from "./appointment.ts";

/** The two sides of an appointment: who acts for the patient, and the doctor. */
export type Side = "patient" | "doctor";

/** What patient and doctor do with an appointment. Named as in the database (`public.appointment_act`). */
export const acts = [
  "arrive",
  "leave",
  "call",
  "withdraw",
  "accept",
  "end",
  "reopen",
  "no_show",
  "cancel",
  "ask_telephone",
  "withdraw_telephone",
  "telephone",
  "video",
] as const;
export type Act = (typeof acts)[number];

/** The acts of the API's one route; a cancellation takes a reason and has a page of its own. */
export type PathAct = Exclude<Act, "cancel">;

type Moves = Partial<Record<AppointmentState, AppointmentState>>;

/** What either side may cancel. */
const cancellable = {
  booked: "cancelled",
  waiting: "cancelled",
  calling: "cancelled",
  cancelled: "cancelled",
} as const satisfies Moves;

/**
 * Which act leads from which state to which, and whose it is. An act that leads to its own state was done already.
 * Mirrored in SQL: private.transitions; `tests/rules/transitions_test.ts` compares the two.
 */
export const transitions: Readonly<
  Record<Act, Readonly<Partial<Record<Side, Moves>>>>
> = {
  arrive: {
    patient: {
      booked: "waiting",
      waiting: "waiting",
      calling: "calling",
      in_progress: "in_progress",
    },
  },
  leave: {
    patient: {
      booked: "booked",
      waiting: "booked",
      calling: "booked",
      in_progress: "in_progress",
    },
  },
  call: { doctor: { waiting: "calling", calling: "calling" } },
  withdraw: {
    doctor: {
      calling: "waiting",
      waiting: "waiting",
      booked: "booked",
      in_progress: "in_progress",
    },
  },
  accept: { patient: { calling: "in_progress", in_progress: "in_progress" } },
  end: { doctor: { in_progress: "completed", completed: "completed" } },
  reopen: { doctor: { completed: "in_progress", in_progress: "in_progress" } },
  no_show: {
    doctor: { booked: "no_show", calling: "no_show", no_show: "no_show" },
  },
  cancel: { patient: cancellable, doctor: cancellable },
  ask_telephone: {
    patient: {
      booked: "waiting",
      waiting: "waiting",
      calling: "calling",
      in_progress: "in_progress",
    },
  },
  withdraw_telephone: {
    patient: {
      booked: "booked",
      waiting: "waiting",
      calling: "calling",
      in_progress: "in_progress",
    },
  },
  telephone: {
    doctor: {
      waiting: "in_progress",
      calling: "in_progress",
      in_progress: "in_progress",
    },
  },
  video: { doctor: { in_progress: "in_progress" } },
};

/** Where an act leads from a state; undefined when this side may not. */
export function nextState(
  act: Act,
  side: Side,
  state: AppointmentState,
): AppointmentState | undefined {
  return transitions[act][side]?.[state];
}

/** Whether an act changes something. */
export function moves(act: Act, side: Side, state: AppointmentState): boolean {
  const next = nextState(act, side, state);
  return next !== undefined && next !== state;
}

/** The act in an address: `no-show`. Null for what is none. */
export function actFromPath(segment: string | undefined): PathAct | null {
  const name = segment?.replaceAll("-", "_");
  return acts.filter((act) => act !== "cancel").find((act) => act === name) ??
    null;
}

/** The act as it stands in an address. */
export function actInPath(act: PathAct): string {
  return act.replaceAll("_", "-");
}
