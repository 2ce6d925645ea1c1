import * as v from "valibot";
import { appointmentStates } from "@/domain/appointment.ts";
import {
  deliveryStates,
  documentKinds,
  documentStates,
} from "@/domain/documents.ts";
import type {
  AppointmentRecord,
  CalendarRecord,
  DayRecord,
} from "@/domain/records.ts";
import { type GuestRecord, guestRoles, guestStates } from "@/domain/guests.ts";
import {
  questionKinds,
  type Reason,
  type ReasonAnswer,
} from "@/domain/reasons.ts";
import { languages } from "@/i18n/mod.ts";
import { Problem } from "@/services/http/problem.ts";

/** The functions of the database that answer whole pages give JSON, whose shape is checked here, once. */

const language = v.picklist(languages);
const text = v.string();
const maybe = v.nullable(v.string());
export const appointmentState = v.picklist(appointmentStates);

/** Of `private.doctor_card`. */
export const doctorCard = v.object({
  id: text,
  slug: text,
  title: text,
  first_name: text,
  last_name: text,
  specialty: v.object({ fr: text, de: text, en: text, lb: text, pt: text }),
  languages: v.array(language),
  city: text,
  time_zone: text,
  slot_minutes: v.number(),
  free_now: v.boolean(),
});

/** Of `private.guardians_of`. */
const guardians = v.array(v.object({ first_name: text, last_name: text }));

const questionKind = v.picklist(questionKinds);

/** Of `private.reasons_of`. */
export const reasons: v.GenericSchema<unknown, Reason[]> = v.array(v.object({
  id: text,
  name: text,
  minutes: v.number(),
  active: v.boolean(),
  questions: v.array(
    v.object({ id: text, kind: questionKind, question: text }),
  ),
}));

/** Of `private.answers_of`. */
export const answers: v.GenericSchema<unknown, ReasonAnswer[]> = v.array(
  v.object({ kind: questionKind, question: text, answer: text }),
);

/** Of `private.guest_of`. */
const guest: v.GenericSchema<unknown, GuestRecord | null> = v.nullable(
  v.object({
    id: text,
    name: text,
    role: v.picklist(guestRoles),
    detail: text,
    state: v.picklist(guestStates),
    opened: v.boolean(),
    waiting_since: maybe,
  }),
);

/** What the appointment's page and the doctor's day have in common. */
const appointment = {
  id: text,
  state: appointmentState,
  starts_at: text,
  ends_at: text,
  language,
  visit_reason: text,
  symptoms: text,
  answers,
  waiting_since: maybe,
  called_at: maybe,
  started_at: maybe,
  left_at: maybe,
  ended_at: maybe,
  cancellation_reason: maybe,
  telephone: maybe,
  guest,
  thread_id: maybe,
};

/** Of `public.appointment_page`; null for what is not the asker's. */
const appointmentPage: v.GenericSchema<unknown, AppointmentRecord | null> = v
  .nullable(v.object({
    ...appointment,
    booked_at: text,
    reopened_at: maybe,
    resumed_at: maybe,
    reopening_told: v.array(v.picklist(["sms", "push", "email"])),
    held_by: v.picklist(["video", "telephone"]),
    booked_by: maybe,
    cancelled_at: maybe,
    cancelled_by: v.nullable(v.picklist(["patient", "doctor", "admin"])),
    now: text,
    opens_at: text,
    queue_before: v.number(),
    expected_delay_minutes: v.number(),
    asks_for_feedback: v.boolean(),
    moves: v.number(),
    moved_from: maybe,
    waiting_list: v.nullable(v.object({
      weekdays: v.array(v.number()),
      from_time: text,
      to_time: text,
      offer: v.nullable(
        v.object({ starts_at: text, ends_at: text, held_until: text }),
      ),
    })),
    documents: v.array(v.object({
      id: text,
      kind: v.picklist(documentKinds),
      state: v.picklist(documentStates),
      number: maybe,
      signed: v.boolean(),
      corrected: v.boolean(),
      paid: v.boolean(),
      copy: v.nullable(v.object({
        name: maybe,
        state: v.picklist(deliveryStates),
      })),
    })),
    doctor: doctorCard,
    patient: v.object({
      id: text,
      first_name: text,
      last_name: text,
      matricule: text,
      identity_checked_at: maybe,
      own: v.boolean(),
      guardians,
    }),
  }));

/** Of `public.doctor_day`. */
const doctorDay: v.GenericSchema<unknown, DayRecord> = v.object({
  doctor: doctorCard,
  day: text,
  now: text,
  free_now_until: maybe,
  working: v.array(v.object({ starts_at: text, ends_at: text })),
  appointments: v.array(v.object({
    ...appointment,
    unread: v.number(),
    patient: v.object({
      id: text,
      first_name: text,
      last_name: text,
      matricule: text,
      born_on: text,
      identity_checked_at: maybe,
      guardians,
    }),
  })),
  documents: v.array(v.object({
    id: text,
    kind: v.picklist(documentKinds),
    why: v.picklist(["draft", "failed"]),
    consulted_at: text,
    first_name: text,
    last_name: text,
  })),
});

/** Of `public.doctor_calendar`; null for a doctor who is not listed. */
const calendar: v.GenericSchema<unknown, CalendarRecord | null> = v.nullable(
  v.object({
    doctor: doctorCard,
    today: text,
    first_day: text,
    last_bookable_day: text,
    reasons,
    reason_id: maybe,
    minutes: v.number(),
    slots: v.array(text),
    next_free_at: maybe,
  }),
);

export const pages = { appointmentPage, doctorDay, calendar };

/** What a function of the database answered. Throws `broken` when it is not what the app expects. */
export function parsePage<Content>(
  schema: v.GenericSchema<unknown, Content>,
  answer: unknown,
): Content {
  const parsed = v.safeParse(schema, answer);
  if (parsed.success) return parsed.output;
  // The path alone: what stands there may be health data.
  const place = v.getDotPath(parsed.issues[0]) ?? "answer";
  throw new Problem(500, "broken", new TypeError(`unexpected ${place}`));
}
