import { fullName } from "@/domain/names.ts";
import { portraitPath } from "@/domain/portraits.ts";
import { t } from "@/i18n/mod.ts";
import { texts } from "@/i18n/texts.ts";
import type { AboutAppointment } from "./claimed.ts";
import { details, facts } from "./details.ts";
import type { Ticket } from "./emails/content.ts";

/** The card of an appointment, but for what can be done about it. */
export function ticketOf(
  { appointment, language }: AboutAppointment,
  publicUrl: string,
): Omit<Ticket, "button" | "steps"> {
  const words = texts(language).notifications;
  const { day, hour, duration, doctor, end, place, offset, spoken } = details(
    appointment,
    language,
  );
  const { patient } = appointment;
  const { slug, first_name, last_name, specialty } = appointment.doctor;
  return {
    kind: "ticket",
    day: capital(day, language),
    hour,
    lines: [
      ...(patient.own
        ? []
        : [t(words.forDependant, { name: fullName(patient) })]),
      t(words.ticketUntil, { duration, end }),
      t(words.ticketZone, { place, offset }),
    ],
    doctor: {
      name: doctor,
      initials: initial(first_name) + initial(last_name),
      portraitUrl: portraitPng(slug, publicUrl),
      detail: t(words.doctorDetail, {
        specialty: specialty[language],
        language: spoken,
      }),
    },
    facts: facts(appointment, language),
  };
}

/** The PNG beside the drawing that pages show: mail programs refuse SVG. */
function portraitPng(slug: string, publicUrl: string): string | undefined {
  const path = portraitPath(slug);
  return path === null ? undefined : publicUrl + path.replace(/\.svg$/, ".png");
}

function initial(name: string): string {
  return ([...name][0] ?? "").toLocaleUpperCase();
}

/** A day at the beginning of a line. */
function capital(text: string, language: string): string {
  const [first = "", ...rest] = [...text];
  return first.toLocaleUpperCase(language) + rest.join("");
}
