import { fullName } from "@/domain/names.ts";
import { paths } from "@/domain/paths.ts";
import { formatDate } from "@/i18n/format.ts";
import { type Language, t } from "@/i18n/mod.ts";
import { texts } from "@/i18n/texts.ts";
import { calendarFile } from "@/services/appointments/calendar_file.ts";
import { type AboutAppointment, type ClaimedAppointment } from "./claimed.ts";
import { details, formerDetails, smsAbout } from "./details.ts";
import type { Part, Step, Ticket } from "./emails/content.ts";
import { renderEmail } from "./emails/render.tsx";
import { ticketOf } from "./ticket.ts";
import type { EmailContext, MailDraft } from "./types.ts";

type Kind = "confirmation" | "moved" | "reminder";

/** The SMS that confirms, says that it was moved, or reminds: what, with whom, when, in which language, and the way in. */
export function appointmentSms(
  kind: Kind,
  { appointment, language }: AboutAppointment,
  { publicUrl }: EmailContext,
): string {
  const words = texts(language).notifications;
  const { duration, doctor, date, startInShort, end, spoken, opens } = details(
    appointment,
    language,
  );
  const sms = t(words[`${kind}Sms`], {
    duration,
    doctor,
    date,
    start: startInShort,
    end,
    language: spoken,
    opens,
    link: publicUrl + paths.waitingRoom(language, appointment.id),
  });
  return smsAbout(appointment, language, sms);
}

/** The e-mail that confirms or says that it was moved (both with a calendar file), or reminds. */
export function appointmentMail(
  kind: Kind,
  notification: AboutAppointment,
  head: EmailContext,
): MailDraft {
  const { appointment, language } = notification;
  const words = texts(language).notifications;
  const { day, hour, doctor, opens } = details(appointment, language);
  const ticket: Ticket = {
    ...ticketOf(notification, head.publicUrl),
    button: {
      label: words.waitingRoomLink,
      url: head.publicUrl + paths.waitingRoom(language, appointment.id),
    },
    note: t(words.waitingRoomIntro, { opens }),
    steps: stepsOf(notification),
  };
  const email = {
    language,
    subject: words[`${kind}Subject`],
    title: kind === "confirmation" ? words.confirmationTitle : undefined,
    preheader: t(words.appointmentPreheader, { day, hour, doctor, opens }),
    name: fullName(notification),
    introduction: kind === "moved"
      ? movedIntroduction(notification)
      : words[`${kind}Intro`],
    parts: [ticket, ...advice(notification, kind, head.publicUrl)],
  };
  return {
    ...renderEmail(email, head),
    attachments: kind === "reminder"
      ? []
      : [calendarAttachment(notification, appointment, language, head)],
  };
}

/** That it was moved, and from when. */
function movedIntroduction({ appointment, language }: AboutAppointment) {
  const words = texts(language).notifications;
  const { day, hour } = formerDetails(appointment, language);
  return `${words.movedIntro} ${t(words.movedFrom, { day, hour })}`;
}

/** Three steps: what the product does today, from the booking to the call. */
function stepsOf({ appointment, language }: AboutAppointment): Step[] {
  const words = texts(language).notifications;
  const { hour, opens } = details(appointment, language);
  const zone = appointment.doctor.time_zone;
  return [
    {
      state: "done",
      label: words.stepBooked,
      when: formatDate(appointment.booked_at, language, zone),
    },
    {
      state: "current",
      label: words.stepWaitingRoom,
      when: t(words.stepFrom, { time: opens }),
    },
    { state: "coming", label: words.stepCall, when: hour },
  ];
}

/** What the patient guide tells somebody who has booked: how to join, to prepare, to cancel. */
function advice(
  { appointment, language }: AboutAppointment,
  kind: Kind,
  publicUrl: string,
): Part[] {
  const { connection, guide, notifications: words } = texts(language);
  const { hour } = details(appointment, language);
  return [
    {
      kind: "section",
      title: guide.joinTitle,
      paragraphs: [words.device],
      list: [
        guide.join1,
        guide.join2,
        guide.join3,
        guide.join4,
        guide.join5,
        guide.join6,
      ],
    },
    {
      kind: "section",
      title: words.prepareTitle,
      paragraphs: [
        words.prepareText,
        [guide.tipWindow, guide.tipLight, guide.tipRoom].join(" "),
        guide.tipHeadset,
      ],
      links: [{
        label: connection.tryEquipment,
        url: publicUrl + paths.equipment(language, appointment.id),
      }],
    },
    {
      kind: "section",
      title: words.preventedTitle,
      links: [{
        label: words.moveLink,
        url: publicUrl + paths.move(language, appointment.id),
      }, {
        label: words.cancelLink,
        url: publicUrl + paths.cancellation(language, appointment.id),
      }],
      paragraphs: [
        t(words.cancelUntil, { hour }),
        ...(kind === "reminder"
          ? []
          : [words.calendarNote, guide.bookReminder]),
      ],
    },
    { kind: "small", text: words.lostLink },
  ];
}

/** The calendar file as an e-mail carries it. */
export function calendarAttachment(
  notification: AboutAppointment,
  appointment: ClaimedAppointment,
  language: Language,
  head: EmailContext,
): File {
  const content = calendarFile(appointment, language, {
    attendee: { name: fullName(notification), email: notification.email },
  }, { PUBLIC_URL: head.publicUrl, MAIL_FROM: head.mailFrom });
  const method = appointment.state === "cancelled" ? "CANCEL" : "REQUEST";
  return new File([content], texts(language).notifications.calendarFileName, {
    type: `text/calendar; charset=utf-8; method=${method}`,
  });
}
