import {
  assert,
  assertEquals,
  assertMatch,
  assertRejects,
  assertStringIncludes,
} from "@std/assert";
import { languages } from "@/i18n/mod.ts";
import { texts } from "@/i18n/texts.ts";
import { segments } from "../../local/carriers/segments.ts";
import { notificationMessage } from "./message.ts";
import {
  claimed,
  head,
  id,
  kinds,
  mail,
  sms,
  sources,
  write,
} from "./testing.ts";

Deno.test("the confirmation says what the patient guide's sample says", async () => {
  const { subject, text } = await mail("appointment_confirmation");
  assertEquals(subject, "Confirmation de rendez-vous");
  for (
    const line of [
      "Bonjour João <b> Martins,",
      "Rendez-vous\u202f: Téléconsultation, 10\u00a0minutes",
      "Avec\u202f: Dr Inês Ferreira",
      "Date\u202f: mercredi 25 mars 2020",
      "Début\u202f: 17:10 Luxembourg (UTC+01:00)",
      "Fin\u202f: 17:20",
      "Langue\u202f: français",
      `https://econsult.example/fr/appointments/${id}/waiting-room`,
      "Merci",
    ]
  ) assertEquals(text.split("\n").includes(line), true, line);
  assertMatch(text, /au plus tôt 10 minutes avant le début.*à 17:00/);
  assertMatch(text, /ne pas répondre à ce message/);
  assertMatch(text, /\+352 27 12 50 18 33, helpdesk@econsult\.example/);
});

Deno.test("only the confirmation, the move and the cancellation carry a calendar file", async () => {
  for (const kind of kinds) {
    const { attachments } = await mail(kind);
    const file = attachments[0];
    const expected = {
      appointment_confirmation: "method=request",
      appointment_moved: "method=request",
      appointment_cancellation: "method=cancel",
    }[kind as string]; // the other kinds have none
    assertEquals(attachments.length, expected === undefined ? 0 : 1, kind);
    assertEquals(file?.type.split("; ").at(-1)?.toLowerCase(), expected, kind);
  }
});

for (const language of languages) {
  Deno.test(`SMS in ${language} are spelt right, short, and lead to the right page`, async () => {
    for (const kind of kinds.slice(8, 13)) {
      const text = await sms(kind, language);
      assert(segments(text) <= 4, `${segments(text)}: ${text}`);
      const origin = `https://econsult.example/${language}`;
      const expected = {
        appointment_cancellation: `17:10.*${origin}/doctors/ines-ferreira`,
        earlier_slot:
          `24.03.2020.*10:00.*15:20.*${origin}/appointments/${id}/waiting-list`,
      }[kind as string] ??
        `17:10.*17:00.*${origin}/appointments/${id}/waiting-room`;
      assertMatch(text, /Dr.? Inês Ferreira.*\(UTC\+01:00\)/);
      assertMatch(text, RegExp(`${expected}$`));
      assertEquals(/urgence|médicale/i.test(text), false);
    }
  });

  Deno.test(`e-mails in ${language} are whole in text and HTML, and nothing breaks out of its place`, async () => {
    for (const kind of kinds) {
      const { subject, text, html } = await mail(kind, language);
      // There is nothing left for a guest to open.
      const leads = kind !== "guest_appointment_cancellation";
      for (const part of [text, html]) {
        assertMatch(part, /helpdesk@econsult\.example/, kind);
        assertEquals(
          part.includes(`https://econsult.example/${language}/`),
          leads,
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
      assertMatch(html, RegExp(`<html lang="${language}[^"]*" dir="ltr">`));
      assertMatch(html, RegExp(`<title>${subject}</title>`));
      assertEquals(html.match(/<h1/g)?.length, 1);
      const buttons = html.split('class="press"').length - 1;
      assertEquals(buttons, leads ? 1 : 0, kind);
      assertEquals(/<(script|link|form)\b/.test(html), false);
    }
  });

  Deno.test(`who has booked reads in ${language} what the patient guide tells, in HTML and in text`, async () => {
    const { guide } = texts(language);
    const { text, html } = await mail("appointment_confirmation", language);
    for (
      const sentence of [
        guide.join1,
        guide.join2,
        guide.join3,
        guide.join4,
        guide.join5,
        guide.join6,
        guide.tipWindow,
        guide.tipHeadset,
        guide.bookReminder,
      ]
    ) {
      assertStringIncludes(text, sentence);
      assertStringIncludes(html, sentence);
    }
    assertStringIncludes(html, `/${language}/appointments/${id}/cancellation`);
  });
}

Deno.test("pictures come from our own address, have a stand-in, and are small enough for a mail", async () => {
  const { html } = await mail("appointment_confirmation");
  const pictures = [...html.matchAll(/<img [^>]*>/g)].map(([tag]) => tag);
  assertEquals(pictures.length, 2);
  for (const picture of pictures) {
    const path = /src="https:\/\/econsult\.example(\/[\w/-]+\.png)"/.exec(
      picture,
    )
      ?.[1];
    const { size } = await Deno.stat(
      new URL(`../../static${path}`, import.meta.url),
    );
    assert(size < 6000, `${path} has ${size} bytes`);
  }
  assertMatch(pictures[1] ?? "", /alt="IF"/);
  const notification = claimed("appointment_reminder", "email", "fr");
  if (!("appointment" in notification)) throw new Error("about nothing");
  notification.appointment.doctor.slug = "somebody-else";
  const message = await notificationMessage(notification, sources, head);
  if (message.channel !== "email") throw new Error("not an e-mail");
  assertMatch(message.mail.html, />IF<\/div>/);
});

Deno.test("what is about a dependant says so in each message; what is about oneself names nobody else", async () => {
  for (const kind of kinds.slice(8)) {
    // A guest is told of the doctor alone.
    if (kind.startsWith("guest_")) continue;
    for (const channel of ["email", "sms"] as const) {
      if (channel === "sms" && kind.startsWith("appointment_not_")) continue;
      if (channel === "sms" && kind === "appointment_missed") continue;
      const notification = claimed(kind, channel, "fr");
      if (!("appointment" in notification)) throw new Error("about nothing");
      const write = async () => {
        const written = await notificationMessage(notification, sources, head);
        return written.channel === "sms"
          ? [written.text]
          : [written.mail.text, written.mail.html];
      };
      for (const text of await write()) {
        assertEquals(/Pour João|Pour\u202f:/.test(text), false, kind);
      }
      notification.appointment.patient = {
        first_name: "Zoé",
        last_name: "Kieffer",
        own: false,
      };
      const [text = "", html] = await write();
      if (channel === "sms") assertMatch(text, /^Pour Zoé Kieffer\. /);
      else {
        assertMatch(text, /^Pour\u202f: Zoé Kieffer$/m);
        assertStringIncludes(html ?? "", "Pour Zoé Kieffer");
      }
    }
  }
});

Deno.test("an end after the clock change carries its own offset", async () => {
  const notification = claimed("appointment_confirmation", "email", "fr");
  if (!("appointment" in notification)) throw new Error("about nothing");
  notification.appointment.starts_at = "2026-10-25T00:55:00+00:00";
  notification.appointment.ends_at = "2026-10-25T01:05:00+00:00";
  for (const channel of ["email", "sms"] as const) {
    const written = await notificationMessage(
      { ...notification, channel },
      sources,
      head,
    );
    const text = written.channel === "sms" ? written.text : written.mail.text;
    assertMatch(text, /02:55[^]*UTC\+02:00[^]*02:05 \(UTC\+01:00\)/);
  }
});

Deno.test("a cancellation by the doctor names the reason and who is free now, one by the patient neither", async () => {
  const byDoctor = await mail("appointment_cancellation");
  assertMatch(byDoctor.text, /Motif\u202f: Urgence <médicale>/);
  assertMatch(byDoctor.text, /Reuter, Luxembourg\u202f: http.*paul-reuter/);
  const notification = claimed("appointment_cancellation", "email", "fr");
  if (!("appointment" in notification)) throw new Error("about nothing");
  notification.appointment.cancelled_by = "patient";
  const message = await notificationMessage(notification, sources, head);
  if (message.channel !== "email") throw new Error("not an e-mail");
  assertMatch(message.mail.text, /comme vous l’avez demandé/);
  assertEquals(/Urgence|Reuter/.test(message.mail.text), false);
});

Deno.test("a move says the new time and the former one; an earlier slot what is held and what stays", async () => {
  const moved = await mail("appointment_moved");
  assertMatch(moved.text, /prévu le jeudi 26 mars 2020, 08:00/);
  assertMatch(moved.text, /Début\u202f: 17:10 Luxembourg/);
  const earlier = await mail("earlier_slot");
  assertMatch(earlier.text, /réservée jusqu’à 15:20/);
  assertMatch(earlier.text, /Début\u202f: 10:00 Luxembourg/);
  assertMatch(earlier.text, /du mercredi 25 mars 2020, 17:10, ne change pas/);
});

Deno.test("a cancellation by an administrator leads to all doctors: this one may be gone", async () => {
  for (const channel of ["email", "sms"] as const) {
    const notification = claimed("appointment_cancellation", channel, "fr");
    if (!("appointment" in notification)) throw new Error("about nothing");
    notification.appointment.cancelled_by = "admin";
    const written = await notificationMessage(notification, sources, head);
    const text = written.channel === "sms" ? written.text : written.mail.text;
    assertMatch(text, /https:\/\/econsult\.example\/fr$/m);
    assertEquals(text.includes("ines-ferreira"), false);
    if (channel === "email") {
      assertMatch(text, /annulé par notre service/);
      assertMatch(text, /Motif\u202f: Urgence <médicale>/);
    }
  }
});

Deno.test("whoever missed an appointment and whoever was not called read different things, and how to book again", async () => {
  const missed = await mail("appointment_missed");
  assertMatch(missed.text, /Cela peut arriver/);
  const notHeld = await mail("appointment_not_held");
  assertMatch(notHeld.text, /le médecin n’a pas pu vous appeler/);
  for (const { subject, text } of [missed, notHeld]) {
    assertEquals(subject, "Votre rendez-vous n’a pas eu lieu");
    assertMatch(text, /mercredi 25 mars 2020/);
    assertMatch(
      text,
      /https:\/\/econsult\.example\/fr\/doctors\/ines-ferreira/,
    );
  }
});

Deno.test("the activation e-mail carries the link it was given", async () => {
  const { text } = await mail("account_activation", "en");
  assertMatch(
    text,
    /https:\/\/econsult\.example\/en\/activation\?token=abc123$/m,
  );
  // Whoever reads it knows who signed up, and can end it.
  assertMatch(text, /João <b> Martins/);
  assertMatch(text, /\+352 \*\*\* \*02/);
  assertMatch(text, /\/en\/activation\/refusal\?token=abc123$/m);
});

Deno.test("accounts are never written about by SMS", async () => {
  await assertRejects(() => write("account_exists", "sms"), TypeError);
});

Deno.test("a former number hears that it no longer counts, and whom to call", async () => {
  const message = await write("phone_changed", "sms", "de");
  assert(message.channel === "sms");
  assertMatch(message.text, /Nummer Ihres Kontos wurde geändert.*\+352/);
});
