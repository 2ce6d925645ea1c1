import { assert, assertEquals, assertMatch, assertRejects } from "@std/assert";
import { type Language, languages } from "@/i18n/mod.ts";
import { toGsm } from "./gsm.ts";
import type { Claimed } from "./messages/claimed.ts";
import { type Message, notificationMessage } from "./notification_message.ts";

const id = "0b9f6c1e-1111-4222-8333-444455556666";
const head = {
  publicUrl: "https://econsult.example",
  mailFrom: "eConsult <no-reply@mail.econsult.example>",
  helpdesk: {
    phone: "+352 27 12 50 18 33",
    email: "helpdesk@econsult.example",
  },
};
const sources = {
  activationLink: () =>
    Promise.resolve({ token: "abc123", type: "invite" as const }),
  freeDoctors: () =>
    Promise.resolve([{
      slug: "paul-reuter",
      title: "Dr",
      first_name: "Paul",
      last_name: "Reuter",
      city: "Luxembourg",
    }]),
};
const kinds = [
  "account_activation",
  "account_exists",
  "appointment_confirmation",
  "appointment_reminder",
  "appointment_cancellation",
] as const;

function claimed(
  kind: (typeof kinds)[number],
  channel: "sms" | "email",
  language: Language,
): Claimed {
  return {
    id: "n-1",
    lease: "l-1",
    kind,
    channel,
    language,
    attempts: 1,
    account_id: "a-1",
    phone: "+352621300002",
    email: "joao@mail.example",
    first_name: "João <b>",
    last_name: "Martins",
    appointment: {
      id,
      starts_at: "2020-03-25T16:10:00+00:00",
      ends_at: "2020-03-25T16:20:00+00:00",
      state: kind === "appointment_cancellation" ? "cancelled" : "booked",
      language: "fr",
      booked_at: "2020-03-20T08:00:00+00:00",
      updated_at: "2020-03-20T08:00:00+00:00",
      cancelled_by: kind === "appointment_cancellation" ? "doctor" : null,
      cancellation_reason: kind === "appointment_cancellation"
        ? "Urgence <médicale>"
        : null,
      doctor: {
        id: "d-1",
        slug: "ines-ferreira",
        title: "Dr",
        first_name: "Inês",
        last_name: "Ferreira",
        time_zone: "Europe/Luxembourg",
      },
    },
  };
}

async function write(
  kind: (typeof kinds)[number],
  channel: "sms" | "email",
  language: Language = "fr",
): Promise<Message> {
  return await notificationMessage(
    claimed(kind, channel, language),
    sources,
    head,
  );
}

async function sms(kind: (typeof kinds)[number], language: Language) {
  const message = await write(kind, "sms", language);
  if (message.channel !== "sms") throw new Error("not an SMS");
  return toGsm(message.text);
}

async function mail(kind: (typeof kinds)[number], language: Language = "fr") {
  const message = await write(kind, "email", language);
  if (message.channel !== "email") throw new Error("not an e-mail");
  return message.mail;
}

Deno.test("the confirmation says what the patient guide's sample says", async () => {
  const { subject, text } = await mail("appointment_confirmation");
  assertEquals(subject, "Confirmation de rendez-vous");
  for (
    const line of [
      "Bonjour João <b> Martins,",
      "Rendez-vous\u00a0: Téléconsultation, 10 minutes",
      "Avec\u00a0: Dr Inês Ferreira",
      "Date\u00a0: 25/03/2020",
      "Début\u00a0: 17:10 Luxembourg (UTC+01:00)",
      "Fin\u00a0: 17:20",
      "Langue\u00a0: français",
      `https://econsult.example/fr/appointments/${id}/waiting-room`,
      "Merci",
    ]
  ) assertEquals(text.split("\n").includes(line), true, line);
  assertMatch(text, /au plus tôt 10 minutes avant le début.*à 17:00/);
  assertMatch(text, /ne pas répondre à ce message/);
  assertMatch(text, /\+352 27 12 50 18 33, helpdesk@econsult\.example/);
});

Deno.test("only the confirmation and the cancellation carry a calendar file", async () => {
  for (const kind of kinds) {
    const { attachments } = await mail(kind);
    const file = attachments[0];
    const expected = {
      appointment_confirmation: "method=request",
      appointment_cancellation: "method=cancel",
    }[kind as string]; // the other kinds have none
    assertEquals(attachments.length, expected === undefined ? 0 : 1, kind);
    assertEquals(file?.type.split("; ").at(-1)?.toLowerCase(), expected, kind);
  }
});

for (const language of languages) {
  Deno.test(`SMS in ${language} are short, in the alphabet of SMS, and lead to the right page`, async () => {
    for (const kind of kinds.slice(2)) {
      const text = await sms(kind, language);
      assertEquals(text.includes("?"), false, text);
      assert(text.length <= 2 * 153, `${text.length}: ${text}`);
      assertMatch(text, /Dr Ines Ferreira.*17:10 \(UTC\+01:00\)/);
      assertMatch(
        text,
        kind === "appointment_cancellation"
          ? RegExp(
            `https://econsult.example/${language}/doctors/ines-ferreira$`,
          )
          : RegExp(
            `17:00.*https://econsult.example/${language}/appointments/${id}/waiting-room$`,
          ),
      );
      assertEquals(/urgence|médicale/i.test(text), false);
    }
  });

  Deno.test(`e-mails in ${language} are whole in text and HTML, and nothing breaks out of its place`, async () => {
    for (const kind of kinds) {
      const { subject, text, html } = await mail(kind, language);
      for (const part of [text, html]) {
        assertMatch(part, /helpdesk@econsult\.example/, kind);
        assertMatch(
          part,
          RegExp(`https://econsult.example/${language}/`),
          kind,
        );
        assertEquals(
          /\{\w+\}/.test(part.replace(/<style>[^]*<\/style>/, "")),
          false,
          kind,
        );
      }
      assertEquals(html.includes("<b>"), false, "a name is no markup");
      assertEquals(html.includes("<médicale>"), false);
      assertMatch(html, RegExp(`<html lang="${language}`));
      assertMatch(html, RegExp(`<h1>${subject}</h1>`));
      assertEquals(/<(img|script|table|link)\b/.test(html), false);
    }
  });
}

Deno.test("a cancellation by the doctor names the reason and who is free now, one by the patient neither", async () => {
  const byDoctor = await mail("appointment_cancellation");
  assertMatch(byDoctor.text, /Motif\u00a0: Urgence <médicale>/);
  assertMatch(
    byDoctor.text,
    /Dr Paul Reuter, Luxembourg\u00a0: https.*paul-reuter/,
  );
  const notification = claimed("appointment_cancellation", "email", "fr");
  if (!("appointment" in notification)) throw new Error("about nothing");
  notification.appointment.cancelled_by = "patient";
  const message = await notificationMessage(notification, sources, head);
  if (message.channel !== "email") throw new Error("not an e-mail");
  assertMatch(message.mail.text, /comme vous l’avez demandé/);
  assertEquals(/Urgence|Reuter/.test(message.mail.text), false);
});

Deno.test("the activation e-mail carries the link it was given", async () => {
  const { text } = await mail("account_activation", "en");
  assertMatch(
    text,
    /https:\/\/econsult\.example\/en\/activation\?token=abc123&type=invite/,
  );
});

Deno.test("accounts are never written about by SMS", async () => {
  await assertRejects(() => write("account_exists", "sms"), TypeError);
});
