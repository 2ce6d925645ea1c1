import type { AppointmentState } from "./appointment.ts";
import type { DoctorCard, MessageRecord } from "./records.ts";
import type { Side } from "./transitions.ts";

/** The records of messages outside of a consultation. Times are ISO 8601 strings. */

/** The two people of a thread, and which of them looks. */
export interface ThreadPeople {
  id: string;
  doctor: Pick<
    DoctorCard,
    "title" | "first_name" | "last_name" | "slug" | "time_zone"
  >;
  patient: {
    first_name: string;
    last_name: string;
    /** It is the reader's own record. */
    own: boolean;
  };
  /** The side of whoever reads. */
  me: Side;
}

/** One line of the list. Mirrored in SQL: public.my_threads_page. */
export interface ThreadEntry extends ThreadPeople {
  closed: boolean;
  /** Null where nothing was said yet. */
  last: { body: string; author: Side; sent_at: string } | null;
  unread: number;
}

/** The head of a thread. Mirrored in SQL: public.thread_page. */
export interface ThreadRecord extends ThreadPeople {
  /** The doctor's sentence when they take no new messages; null while the thread is open. */
  closed_reason: string | null;
  may_write: boolean;
  /** Within how many working days the doctor answers; null when they do not say. */
  answers_within_days: number | null;
  /** ISO dates of the doctor's present or coming absence; null without one. */
  away_from: string | null;
  away_until: string | null;
  /** What the reader has not read in other threads. */
  unread_elsewhere: number;
}

/** A consultation as a mark between messages. Mirrored in SQL: public.thread_consultations. */
export interface ThreadConsultation {
  id: string;
  state: AppointmentState;
  starts_at: string;
  ends_at: string;
}

/** When an e-mail tells of unread messages. Mirrored in SQL: public.message_notice. */
export const messageNotices = ["at_once", "once_a_day", "never"] as const;
type MessageNotice = (typeof messageNotices)[number];

/** What somebody chose about messages. Mirrored in SQL: public.message_settings. */
export interface MessageSettings {
  notice: MessageNotice;
  /** Doctors only: working days, 1 to 15; null: they do not say. */
  answers_within_days: number | null;
  /** Doctors only: ISO dates, both or none. */
  away_from: string | null;
  away_until: string | null;
}

/** A message as a screen shows it: written here it may still be on its way, or have failed. */
export interface ShownMessage extends MessageRecord {
  delivery: "sent" | "sending" | "failed";
}

/** The longest message, in characters. Mirrored in SQL: public.messages. */
export const MESSAGE_LENGTH = 4000;

/** What stands in a thread, in the order of time. */
export type ThreadItem<Message extends MessageRecord> =
  | { kind: "message"; at: string; message: Message }
  | { kind: "consultation"; at: string; consultation: ThreadConsultation };

/**
 * Messages with the consultations between them. Of the consultations before the first message shown, only the last
 * one is kept: what was said then is not shown either.
 */
export function withConsultations<Message extends MessageRecord>(
  messages: readonly Message[],
  consultations: readonly ThreadConsultation[],
): ThreadItem<Message>[] {
  const first = messages.length > 0
    ? Date.parse(messages[0]?.sent_at ?? "")
    : Infinity;
  const before = consultations.findLastIndex(({ starts_at }) =>
    Date.parse(starts_at) <= first
  );
  const marks = consultations.slice(Math.max(0, before)).map((
    consultation,
  ) => ({
    kind: "consultation" as const,
    at: consultation.starts_at,
    consultation,
  }));
  const items: ThreadItem<Message>[] = [];
  for (const message of messages) {
    while (
      marks[0] && Date.parse(marks[0].at) <= Date.parse(message.sent_at)
    ) {
      const mark = marks.shift();
      if (mark) items.push(mark);
    }
    items.push({ kind: "message", at: message.sent_at, message });
  }
  return [...items, ...marks];
}

/** The files of a thread's consultations that whoever looks has not opened, and loses if they never do. */
export function unopenedFiles<Message extends MessageRecord>(
  messages: readonly Message[],
): Message[] {
  return messages.filter(({ attachment }) =>
    attachment?.inCall && attachment.standing === "unopened"
  );
}

/** Those that whoever looks has sent in consultations and nobody has opened. */
export function unopenedByThem<Message extends MessageRecord>(
  messages: readonly Message[],
): Message[] {
  return messages.filter(({ attachment }) =>
    attachment?.inCall && attachment.standing === "sent"
  );
}
