import type { Language } from "@/i18n/mod.ts";
import type { Claimed } from "./claimed.ts";
import { type Message, notificationMessage } from "./message.ts";
import { smsText } from "./sms_text.ts";

/** Of the appointment that {@link claimed} is about. */
export const id = "0b9f6c1e-1111-4222-8333-444455556666";
/** Of an installation at econsult.example. */
export const head = {
  publicUrl: "https://econsult.example",
  mailFrom: "eConsult <no-reply@mail.econsult.example>",
  helpdesk: {
    phone: "+352 27 12 50 18 33",
    email: "helpdesk@econsult.example",
  },
};
/** Links and doctors, without a database. */
export const sources = {
  activationLink: ({ sign_up_id }: Pick<Claimed, "sign_up_id">) =>
    Promise.resolve({
      token: "abc123",
      type: sign_up_id === null ? "invite" as const : "sign-up" as const,
    }),
  emailChangeToken: (changeId: string) =>
    Promise.resolve(`token-of-${changeId}`),
  guestToken: (guestId: string) => Promise.resolve(`token-of-${guestId}`),
  freeDoctors: () =>
    Promise.resolve([{
      slug: "paul-reuter",
      title: "Dr",
      first_name: "Paul",
      last_name: "Reuter",
      city: "Luxembourg",
    }]),
};
/** Of all notifications of the outbox. */
export const kinds = [
  "account_activation",
  "account_exists",
  "email_link",
  "email_taken",
  "email_changed",
  "phone_changed",
  "password_changed",
  "unread_messages",
  "appointment_confirmation",
  "appointment_reminder",
  "appointment_cancellation",
  "appointment_moved",
  "earlier_slot",
  "consultation_reopened",
  "appointment_missed",
  "appointment_not_held",
  "guest_invitation",
  "guest_appointment_moved",
  "guest_appointment_cancellation",
] as const;

export type Kind = (typeof kinds)[number];

/** A due notification to João Martins, or to a guest of that name, about his appointment with Inês Ferreira. */
export function claimed(
  kind: Kind,
  channel: "sms" | "email",
  language: Language,
): Claimed {
  const moved = kind.endsWith("appointment_moved");
  const cancelled = kind.endsWith("appointment_cancellation");
  return {
    id: "n-1",
    lease: "l-1",
    kind,
    channel,
    language,
    attempts: 1,
    first_tried_at: "2020-03-25T16:00:00+00:00",
    account_id: kind === "account_activation" || kind.startsWith("guest_")
      ? null
      : "a-1",
    guest_id: "g-1",
    change_id: "c-1",
    sign_up_id: kind === "account_activation" ? "s-1" : null,
    phone: "+352621300002",
    email: "joao@mail.example",
    first_name: "João <b>",
    last_name: "Martins",
    reason: null,
    appointment: {
      id,
      starts_at: "2020-03-25T16:10:00+00:00",
      ends_at: "2020-03-25T16:20:00+00:00",
      state: cancelled ? "cancelled" : "booked",
      language: "fr",
      booked_at: "2020-03-20T08:00:00+00:00",
      updated_at: "2020-03-20T08:00:00+00:00",
      cancelled_by: cancelled ? "doctor" : null,
      cancellation_reason: cancelled ? "Urgence <médicale>" : null,
      moves: moved ? 1 : 0,
      moved_from: moved ? "2020-03-26T07:00:00+00:00" : null,
      offer: kind === "earlier_slot"
        ? {
          starts_at: "2020-03-24T09:00:00+00:00",
          ends_at: "2020-03-24T09:10:00+00:00",
          held_until: "2020-03-23T14:20:00+00:00",
        }
        : null,
      patient: { first_name: "João <b>", last_name: "Martins", own: true },
      doctor: {
        id: "d-1",
        slug: "ines-ferreira",
        title: "Dr",
        first_name: "Inês",
        last_name: "Ferreira",
        time_zone: "Europe/Luxembourg",
        specialty: {
          fr: "Médecine générale",
          de: "Allgemeinmedizin",
          en: "General practice",
          lb: "Allgemengmedezin",
          pt: "Medicina geral",
        },
      },
    },
  };
}

/** Writes it. */
export async function write(
  kind: Kind,
  channel: "sms" | "email",
  language: Language = "fr",
): Promise<Message> {
  return await notificationMessage(
    claimed(kind, channel, language),
    sources,
    head,
  );
}

/** Writes it as an SMS carries it. */
export async function sms(kind: Kind, language: Language) {
  const message = await write(kind, "sms", language);
  if (message.channel !== "sms") throw new Error("not an SMS");
  return smsText(message.text);
}

/** Writes its e-mail. */
export async function mail(kind: Kind, language: Language = "fr") {
  const message = await write(kind, "email", language);
  if (message.channel !== "email") throw new Error("not an e-mail");
  return message.mail;
}
