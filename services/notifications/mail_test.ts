import { assertEquals, assertRejects } from "@std/assert";
import { mailFinder, mailSender } from "./mail.ts";
import { deadAddress, silence, testProvider } from "@/services/testing.ts";

const domain = {
  MAILGUN_API_KEY: "the-key-of-the-domain",
  MAILGUN_DOMAIN: "mail.econsult.example",
  MAIL_FROM: "eConsult <no-reply@mail.econsult.example>",
};
const mail = {
  to: "joao@mail.example",
  subject: "Confirmação",
  text: "Olá",
  html: "<p>Olá</p>",
};

const taken = () =>
  Response.json({ id: "<n-1@mail.econsult.example>", message: "Queued." });

function refusal(status: number) {
  return () => Response.json({ message: `about ${mail.to}` }, { status });
}

Deno.test("an e-mail reaches Mailgun whole, with its attachment and headers", async () => {
  await using provider = testProvider(taken);
  const send = mailSender({ ...domain, MAILGUN_API_URL: provider.url });
  const bytes = new Uint8Array([0, 1, 2, 253, 254, 255]);
  const file = new File([bytes], "rendez-vous été.ics", {
    type: "text/calendar",
  });
  assertEquals(
    await send({ ...mail, notificationId: "n-1", attachments: [file] }),
    { outcome: "sent", providerMessageId: "n-1@mail.econsult.example" },
  );
  const [request = new Request("http://none")] = provider.requests;
  assertEquals(
    request.url,
    `${provider.url}/v3/mail.econsult.example/messages`,
  );
  assertEquals(
    request.headers.get("authorization"),
    `Basic ${btoa(`api:${domain.MAILGUN_API_KEY}`)}`,
  );
  const form = await request.formData();
  const attachment = form.get("attachment");
  form.delete("attachment");
  assertEquals(Object.fromEntries(form), {
    from: domain.MAIL_FROM,
    ...mail,
    "h:Reply-To": domain.MAIL_FROM,
    "h:Auto-Submitted": "auto-generated",
    "h:Message-Id": "<n-1@mail.econsult.example>",
    "h:X-Notification-Id": "n-1",
    "v:notification": "n-1",
    "o:tracking": "no",
    "o:require-tls": "yes",
  });
  if (!(attachment instanceof File)) throw new Error("No attachment arrived");
  assertEquals(attachment.name, file.name);
  assertEquals(attachment.type, "text/calendar");
  assertEquals(await attachment.bytes(), bytes);
});

Deno.test("what Mailgun finds wrong in an e-mail is final; the reason names no address", async () => {
  for (const status of [400, 413]) {
    await using provider = testProvider(refusal(status));
    const send = mailSender({ ...domain, MAILGUN_API_URL: provider.url });
    assertEquals(await send(mail), {
      outcome: "refused",
      reason: `mailgun ${status}`,
    });
  }
});

Deno.test("limits, wrong keys and outages pass: the e-mail is tried again later, once each time", async () => {
  for (
    const [answer, reason] of [
      [refusal(429), "mailgun 429"],
      [refusal(500), "mailgun 500"],
      [refusal(404), "mailgun 404"],
      [() => new Response("Forbidden", { status: 401 }), "mailgun 401"],
      [() => new Response("<h1>Oops</h1>", { status: 502 }), "mailgun 502"],
    ] as const
  ) {
    await using provider = testProvider(answer);
    const send = mailSender({ ...domain, MAILGUN_API_URL: provider.url });
    assertEquals(await send(mail), { outcome: "retry", reason });
    assertEquals(provider.requests.length, 1);
  }
});

Deno.test("an answer that is none of Mailgun's is not taken for one", async () => {
  await using provider = testProvider(() => new Response("<h1>Welcome</h1>"));
  const send = mailSender({ ...domain, MAILGUN_API_URL: provider.url });
  assertEquals((await send(mail)).outcome, "retry");
});

Deno.test("a silent Mailgun is given up after the time limit, and gets the e-mail once", async () => {
  await using provider = testProvider(silence);
  const send = mailSender({ ...domain, MAILGUN_API_URL: provider.url });
  const began = performance.now();
  assertEquals((await send({ ...mail, timeLimit: 150 })).outcome, "retry");
  assertEquals(performance.now() - began < 5_000, true);
  assertEquals(provider.requests.length, 1);
});

Deno.test("where nobody listens the e-mail is tried again later", async () => {
  const send = mailSender({ ...domain, MAILGUN_API_URL: deadAddress() });
  assertEquals((await send(mail)).outcome, "retry");
});

Deno.test("Mailgun is asked for an e-mail that may have left: what it took is found, what failed for good is not", async () => {
  const event = (event: string, severity?: string) => ({ event, severity });
  for (
    const [items, found] of [
      [[], null],
      [[event("accepted")], "n-1@mail.econsult.example"],
      [
        [event("accepted"), event("failed", "temporary")],
        "n-1@mail.econsult.example",
      ],
      [[event("accepted"), event("failed", "permanent")], null],
      [[event("rejected")], null],
    ] as const
  ) {
    await using provider = testProvider(() => Response.json({ items }));
    const find = mailFinder({ ...domain, MAILGUN_API_URL: provider.url });
    const since = "2026-11-20T10:00:00+00:00";
    assertEquals(await find({ notificationId: "n-1", since }), found);
    const { pathname, searchParams } = new URL(provider.requests[0]?.url ?? "");
    assertEquals(pathname, "/v3/mail.econsult.example/events");
    assertEquals(Object.fromEntries(searchParams), {
      "message-id": "n-1@mail.econsult.example",
      begin: String(Date.parse(since) / 1000 - 30),
      ascending: "yes",
    });
  }
});

Deno.test("a key that may only send does not keep an e-mail back, an outage of Mailgun's does", async () => {
  const since = "2026-11-20T10:00:00Z";
  for (const status of [401, 403, 404]) {
    await using provider = testProvider(refusal(status));
    const find = mailFinder({ ...domain, MAILGUN_API_URL: provider.url });
    assertEquals(await find({ notificationId: "n-1", since }), null);
  }
  await using provider = testProvider(refusal(500));
  const find = mailFinder({ ...domain, MAILGUN_API_URL: provider.url });
  await assertRejects(() => find({ notificationId: "n-1", since }));
});
