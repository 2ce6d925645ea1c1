import ical, {
  ICalAlarmType,
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventClass,
  ICalEventStatus,
} from "ical-generator";
import {
  type AppointmentState,
  WAITING_ROOM_OPENS_BEFORE,
} from "@/domain/appointment.ts";
import type { PersonName } from "@/domain/names.ts";
import { paths } from "@/domain/paths.ts";
import { type Env, env } from "@/env.ts";
import { type Language, t } from "@/i18n/mod.ts";
import { texts } from "@/i18n/texts.ts";

/** What a calendar file tells of an appointment. */
export interface CalendarEntry {
  readonly id: string;
  readonly starts_at: string;
  readonly ends_at: string;
  readonly state: AppointmentState;
  /** How often it was moved. */
  readonly moves: number;
  readonly patient: PersonName & {
    /** The one whose calendar it is. */
    readonly own: boolean;
  };
  readonly doctor: {
    readonly title: string;
    readonly first_name: string;
    readonly last_name: string;
  };
}

/**
 * The appointment as a calendar file (RFC 5545, 5546), times in UTC. With an `attendee` it is an invitation that a
 * mail program files by itself, without one a plain entry to download; a cancelled appointment takes the entry
 * with the same UID away. It names neither specialty nor symptoms, and of a dependant the first name only: calendars
 * are often shared.
 */
export function calendarFile(
  { id, starts_at, ends_at, state, moves, patient, doctor }: CalendarEntry,
  language: Language,
  { attendee, now = new Date() }: {
    attendee?: { name: string; email: string };
    now?: Date;
  } = {},
  config: Pick<Env, "PUBLIC_URL" | "MAIL_FROM"> = env(),
): string {
  const words = texts(language).notifications;
  const cancelled = state === "cancelled";
  const waitingRoom = config.PUBLIC_URL + paths.waitingRoom(language, id);
  const calendar = ical({
    prodId: { company: "eConsult", product: "eConsult", language },
    method: cancelled
      ? ICalCalendarMethod.CANCEL
      : attendee
      ? ICalCalendarMethod.REQUEST
      : ICalCalendarMethod.PUBLISH,
  });
  calendar.createEvent({
    id: `${id}@${new URL(config.PUBLIC_URL).hostname}`,
    // SEQUENCE: the invitation is 0; each move and the cancellation are one more (RFC 5546, 2.1.4).
    sequence: cancelled ? moves + 1 : moves,
    stamp: now,
    start: new Date(starts_at),
    end: new Date(ends_at),
    summary: t(patient.own ? words.calendarTitle : words.calendarTitleFor, {
      name: patient.first_name || patient.last_name,
      doctor: [doctor.title, doctor.first_name, doctor.last_name]
        .filter(Boolean).join(" "),
    }),
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    class: ICalEventClass.PRIVATE,
    location: waitingRoom,
    url: waitingRoom,
    organizer: organizer(config.MAIL_FROM),
    attendees: attendee
      ? [{
        ...attendee,
        role: ICalAttendeeRole.REQ,
        status: ICalAttendeeStatus.ACCEPTED,
        rsvp: false,
      }]
      : [],
    alarms: cancelled ? [] : [{
      type: ICalAlarmType.display,
      trigger: WAITING_ROOM_OPENS_BEFORE / 1000,
      description: words.calendarAlarm,
    }],
  });
  return calendar.toString();
}

/** `eConsult <no-reply@…>` in two parts. */
function organizer(mailFrom: string): { name: string; email: string } {
  const [, name = "", email = mailFrom] =
    /^\s*"?(.*?)"?\s*<([^>]+)>\s*$/.exec(mailFrom) ?? [];
  return { name: name || "eConsult", email };
}
