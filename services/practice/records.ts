import * as v from "valibot";
import type {
  AgendaSettings,
  PatientFile,
  Undoable,
  WeekRecord,
} from "@/domain/practice.ts";
import { languages } from "@/i18n/mod.ts";
import {
  answers,
  appointmentState,
  doctorCard,
} from "@/services/appointments/records.ts";

/** The shapes of what the practice's functions answer. */

const text = v.string();
const maybe = v.nullable(text);
const language = v.picklist(languages);
const period = { starts_at: text, ends_at: text };
const named = { id: text, first_name: text, last_name: text };

/** Of `public.doctor_week`. */
export const weekRecord: v.GenericSchema<unknown, WeekRecord> = v.object({
  doctor: doctorCard,
  first_day: text,
  today: text,
  now: text,
  working: v.array(v.object(period)),
  appointments: v.array(v.object({
    ...period,
    id: text,
    state: appointmentState,
    patient: v.object(named),
  })),
  closed: v.array(v.object({ ...period, id: text, note: maybe })),
});

/** Of `public.my_agenda_settings`. */
export const agendaSettings: v.GenericSchema<unknown, AgendaSettings> = v
  .object({
    doctor: doctorCard,
    today: text,
    now: text,
    slot_minutes: v.number(),
    lead_minutes: v.number(),
    horizon_days: v.number(),
    buffer_minutes: v.number(),
    hours: v.array(v.object({
      weekday: v.number(),
      starts: text,
      ends: text,
      valid_from: maybe,
      valid_to: maybe,
    })),
    exceptions: v.array(v.object({
      ...period,
      id: text,
      effect: v.picklist(["closed", "open"]),
      note: maybe,
      cancelled: v.boolean(),
    })),
    outside: v.array(v.object({
      ...period,
      id: text,
      patient: v.object(named),
    })),
  });

/** Of `public.patient_file`; null for somebody who is not the doctor's patient. */
export const patientFile: v.GenericSchema<unknown, PatientFile | null> = v
  .nullable(v.object({
    now: text,
    doctor: doctorCard,
    patient: v.object({
      ...named,
      matricule: text,
      born_on: text,
      identity_checked_at: maybe,
      street: text,
      postal_code: text,
      city: text,
    }),
    thread_id: maybe,
    appointments: v.array(v.object({
      ...period,
      id: text,
      state: appointmentState,
      language,
      visit_reason: text,
      symptoms: text,
      answers,
    })),
    notes: v.array(v.object({ id: text, body: text, saved_at: text })),
  }));

/** Of `public.last_cancellation`; null when there is nothing to undo. */
export const undoable: v.GenericSchema<unknown, Undoable | null> = v.nullable(
  v.object({ cancelled_at: text, count: v.number(), name: maybe }),
);
