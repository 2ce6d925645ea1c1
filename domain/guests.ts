import type { Side } from "./transitions.ts";

/** Who takes part in a call: the two sides of the appointment, and a third person. */
export type CallSide = Side | "guest";

/** As what a third person takes part. Mirrored in SQL: public.guest_role. */
export const guestRoles = ["relative", "interpreter", "colleague"] as const;
export type GuestRole = (typeof guestRoles)[number];

/** Where a guest stands. Mirrored in SQL: public.guest_state. */
export const guestStates = [
  "invited",
  "waiting",
  "admitted",
  "left",
  "refused",
  "removed",
  "withdrawn",
] as const;
export type GuestState = (typeof guestStates)[number];

/** What patient and doctor do with a guest. Mirrored in SQL: public.transition_guest. */
export const guestActs = ["admit", "refuse", "remove", "withdraw"] as const;
export type GuestAct = (typeof guestActs)[number];

/** What guests do themselves. Mirrored in SQL: public.move_guest. */
export const visitActs = ["arrive", "leave"] as const;
export type VisitAct = (typeof visitActs)[number];

/** The third person of an appointment, as patient and doctor see them. Mirrored in SQL: private.guest_of. */
export interface GuestRecord {
  id: string;
  name: string;
  role: GuestRole;
  /** The relation, the language or the profession; may be empty. */
  detail: string;
  state: GuestState;
  /** Their link has been opened. */
  opened: boolean;
  waiting_since: string | null;
}

/** What a guest learns of the consultation. Mirrored in SQL: private.guest_page. */
export interface GuestVisit {
  name: string;
  state: GuestState;
  starts_at: string;
  ends_at: string;
  /** When they can ask to come in. */
  opens_at: string;
  /** Since when they wait to be let in; null when they do not. */
  waiting_since: string | null;
  now: string;
  /** The consultation has ended, or was cancelled. */
  over: boolean;
  /** It does not take place. */
  cancelled: boolean;
  /** The doctor and the patient are in the call. */
  talking: boolean;
  /** When the doctor last opened it again after its end. */
  reopened_at: string | null;
  /** When it last went on by video: who was in it before presses anew. */
  resumed_at: string | null;
  doctor: {
    title: string;
    first_name: string;
    last_name: string;
    time_zone: string;
  };
}

/** Nobody else can be invited meanwhile. */
export function isExpected({ state }: Pick<GuestRecord, "state">): boolean {
  return state === "invited" || state === "waiting" || state === "admitted" ||
    state === "left";
}

/** The user id of a guest at Jitsi, by which the others tell a guest from patient and doctor. */
export function guestUserId(id: string): string {
  return `${GUEST_PREFIX}${id}`;
}

/** Whether a user id at Jitsi is a guest's. */
export function isGuestUserId(id: string): boolean {
  return id.startsWith(GUEST_PREFIX);
}

const GUEST_PREFIX = "guest-";
