import * as v from "valibot";
import { languages } from "@/i18n/mod.ts";

const language = v.picklist(languages);

/** Twin: private.doctor_card, as far as messages show it. */
const Doctor = v.object({
  id: v.string(),
  slug: v.string(),
  title: v.string(),
  first_name: v.string(),
  last_name: v.string(),
  time_zone: v.string(),
});

const Appointment = v.object({
  id: v.string(),
  starts_at: v.string(),
  ends_at: v.string(),
  state: v.picklist([
    "booked",
    "waiting",
    "calling",
    "in_progress",
    "completed",
    "cancelled",
    "no_show",
  ]),
  language,
  booked_at: v.string(),
  updated_at: v.string(),
  cancelled_by: v.nullable(v.picklist(["patient", "doctor", "admin"])),
  cancellation_reason: v.nullable(v.string()),
  doctor: Doctor,
});

const common = {
  id: v.string(),
  lease: v.string(),
  channel: v.picklist(["sms", "email"]),
  language,
  attempts: v.number(),
  account_id: v.string(),
  phone: v.string(),
  email: v.string(),
  first_name: v.nullable(v.string()),
  last_name: v.nullable(v.string()),
};

/** One due notification with all that is needed to write it. Twin: public.claim_notifications. */
export const Claimed = v.variant("kind", [
  v.object({ ...common, kind: v.literal("account_activation") }),
  v.object({ ...common, kind: v.literal("account_exists") }),
  v.object({
    ...common,
    kind: v.literal("appointment_confirmation"),
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
]);

export type Claimed = v.InferOutput<typeof Claimed>;
export type ClaimedAppointment = v.InferOutput<typeof Appointment>;
export type AboutAppointment = Extract<
  Claimed,
  { appointment: ClaimedAppointment }
>;

/** First and last name; empty when there is none. */
export function fullName(
  person: Pick<Claimed, "first_name" | "last_name">,
): string {
  return [person.first_name, person.last_name].filter(Boolean).join(" ");
}
