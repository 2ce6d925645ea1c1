import * as v from "valibot";
import { appointmentStates } from "@/domain/appointment.ts";
import { languages } from "@/i18n/mod.ts";

const language = v.picklist(languages);

/** Mirrored in SQL: private.doctor_card, as far as messages show it. */
const Doctor = v.object({
  id: v.string(),
  slug: v.string(),
  title: v.string(),
  first_name: v.string(),
  last_name: v.string(),
  time_zone: v.string(),
  specialty: v.object({
    fr: v.string(),
    de: v.string(),
    en: v.string(),
    lb: v.string(),
    pt: v.string(),
  }),
});

const Appointment = v.object({
  id: v.string(),
  starts_at: v.string(),
  ends_at: v.string(),
  state: v.picklist(appointmentStates),
  language,
  booked_at: v.string(),
  updated_at: v.string(),
  cancelled_by: v.nullable(v.picklist(["patient", "doctor", "admin"])),
  cancellation_reason: v.nullable(v.string()),
  /** How often it was moved. */
  moves: v.number(),
  /** Its start before it was last moved. */
  moved_from: v.nullable(v.string()),
  /** The slot that is held for it now. */
  offer: v.nullable(v.object({
    starts_at: v.string(),
    ends_at: v.string(),
    held_until: v.string(),
  })),
  /** Whom it is for. */
  patient: v.object({
    first_name: v.string(),
    last_name: v.string(),
    /** The addressee themselves. */
    own: v.boolean(),
  }),
  doctor: Doctor,
});

const common = {
  id: v.string(),
  lease: v.string(),
  channel: v.picklist(["sms", "email"]),
  language,
  attempts: v.number(),
  /** When a worker claimed it first. */
  first_tried_at: v.string(),
  account_id: v.nullable(v.string()),
  /** For the activation e-mail of somebody who has no account yet. */
  sign_up_id: v.nullable(v.string()),
  /** For a third person, who has no account either. */
  guest_id: v.nullable(v.string()),
  phone: v.string(),
  email: v.string(),
  first_name: v.nullable(v.string()),
  last_name: v.nullable(v.string()),
  /** Why a request for erasure was accepted or declined. */
  reason: v.optional(v.nullable(v.string()), null),
};

/** One due notification with all that is needed to write it. Mirrored in SQL: public.claim_notifications. */
export const Claimed = v.variant("kind", [
  v.object({ ...common, kind: v.literal("account_activation") }),
  v.object({ ...common, kind: v.literal("account_exists") }),
  v.object({
    ...common,
    kind: v.literal("email_link"),
    /** The change of address that its link confirms; `email` is the new one. */
    change_id: v.string(),
  }),
  v.object({ ...common, kind: v.literal("email_taken") }),
  v.object({ ...common, kind: v.literal("email_changed") }),
  v.object({ ...common, kind: v.literal("phone_changed") }),
  v.object({ ...common, kind: v.literal("password_changed") }),
  v.object({ ...common, kind: v.literal("unread_messages") }),
  v.object({ ...common, kind: v.literal("erasure_requested") }),
  v.object({ ...common, kind: v.literal("erasure_withdrawn") }),
  v.object({ ...common, kind: v.literal("erasure_accepted") }),
  v.object({ ...common, kind: v.literal("erasure_declined") }),
  v.object({
    ...common,
    kind: v.literal("appointment_confirmation"),
    appointment: Appointment,
  }),
  v.object({
    ...common,
    kind: v.literal("appointment_moved"),
    appointment: Appointment,
  }),
  v.object({
    ...common,
    kind: v.literal("earlier_slot"),
    appointment: Appointment,
  }),
  v.object({
    ...common,
    kind: v.literal("appointment_reminder"),
    appointment: Appointment,
  }),
  v.object({
    ...common,
    kind: v.literal("appointment_cancellation"),
    appointment: Appointment,
  }),
  v.object({
    ...common,
    kind: v.literal("consultation_reopened"),
    appointment: Appointment,
  }),
  v.object({
    ...common,
    kind: v.literal("appointment_missed"),
    appointment: Appointment,
  }),
  v.object({
    ...common,
    kind: v.literal("guest_invitation"),
    guest_id: v.string(),
    appointment: Appointment,
  }),
  v.object({
    ...common,
    kind: v.literal("guest_appointment_moved"),
    guest_id: v.string(),
    appointment: Appointment,
  }),
  v.object({
    ...common,
    kind: v.literal("guest_appointment_cancellation"),
    guest_id: v.string(),
    appointment: Appointment,
  }),
  v.object({
    ...common,
    kind: v.literal("appointment_not_held"),
    appointment: Appointment,
  }),
]);

export type Claimed = v.InferOutput<typeof Claimed>;
export type ClaimedAppointment = v.InferOutput<typeof Appointment>;
export type AboutAppointment = Extract<
  Claimed,
  { appointment: ClaimedAppointment }
>;
