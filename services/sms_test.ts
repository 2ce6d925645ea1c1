import { assertEquals } from "@std/assert";
import { smsSender } from "./sms.ts";
import { deadAddress, silence, testCarrier } from "./testing.ts";

const account = {
  PUBLIC_URL: "https://econsult.example",
  TWILIO_ACCOUNT_SID: `AC${"1".repeat(32)}`,
  TWILIO_AUTH_TOKEN: "the-token-of-the-account",
  TWILIO_FROM: "eConsult",
};
const sms = { to: "+352621123456", text: "Bonjour" };

const taken = () => Response.json({ sid: "SM42" }, { status: 201 });

function refusal(status: number, code: number) {
  return () =>
    Response.json(
      { code, message: `about ${sms.to}`, more_info: "", status },
      { status },
    );
}

Deno.test("an SMS reaches Twilio with account, sender, text and where to report", async () => {
  await using carrier = testCarrier(taken);
  const send = smsSender({ ...account, TWILIO_API_URL: carrier.url });
  assertEquals(await send({ ...sms, notificationId: "n-1" }), {
    outcome: "sent",
    carrierId: "SM42",
  });
  const [request = new Request("http://none")] = carrier.requests;
  const { TWILIO_ACCOUNT_SID: sid, TWILIO_AUTH_TOKEN: token } = account;
  assertEquals(
    request.url,
    `${carrier.url}/2010-04-01/Accounts/${sid}/Messages.json`,
  );
  assertEquals(
    request.headers.get("authorization"),
    `Basic ${btoa(`${sid}:${token}`)}`,
  );
  assertEquals(Object.fromEntries(await request.formData()), {
    To: "+352621123456",
    From: "eConsult",
    Body: "Bonjour",
    StatusCallback:
      "https://econsult.example/api/hooks/twilio?notification=n-1",
  });
});

Deno.test("a messaging service sends in the place of a number", async () => {
  await using carrier = testCarrier(taken);
  const TWILIO_FROM = `MG${"a".repeat(32)}`;
  const TWILIO_API_URL = carrier.url;
  await smsSender({ ...account, TWILIO_API_URL, TWILIO_FROM })(sms);
  const form = await carrier.requests[0]?.formData();
  assertEquals(form?.get("MessagingServiceSid"), TWILIO_FROM);
  assertEquals(form?.has("From"), false);
  assertEquals(form?.has("StatusCallback"), false);
});

Deno.test("a refused number is refused for good; the reason names no number", async () => {
  for (const code of [21211, 21614, 21610, 21408]) {
    await using carrier = testCarrier(refusal(400, code));
    const send = smsSender({ ...account, TWILIO_API_URL: carrier.url });
    assertEquals(await send(sms), {
      outcome: "refused",
      reason: `twilio 400 ${code}`,
    });
  }
});

Deno.test("limits, wrong keys and outages pass: the SMS is tried again later, once each time", async () => {
  for (
    const [answer, reason] of [
      [refusal(429, 20429), "twilio 429 20429"],
      [refusal(401, 20003), "twilio 401 20003"],
      [
        () => new Response("<h1>Internal error</h1>", { status: 500 }),
        "twilio 500",
      ],
      [() => new Response("not JSON", { status: 201 }), "twilio SyntaxError"],
      [
        () => Response.redirect("https://elsewhere.example/", 307),
        "twilio TypeError",
      ],
    ] as const
  ) {
    await using carrier = testCarrier(answer);
    const send = smsSender({ ...account, TWILIO_API_URL: carrier.url });
    assertEquals(await send(sms), { outcome: "retry", reason });
    assertEquals(carrier.requests.length, 1);
  }
});

Deno.test("a silent Twilio is given up after the time limit, and gets the SMS once", async () => {
  await using carrier = testCarrier(silence);
  const send = smsSender({ ...account, TWILIO_API_URL: carrier.url });
  assertEquals(await send({ ...sms, timeLimit: 150 }), {
    outcome: "retry",
    reason: "twilio TimeoutError",
  });
  assertEquals(carrier.requests.length, 1);
});

Deno.test("where nobody listens the SMS is tried again later", async () => {
  const send = smsSender({ ...account, TWILIO_API_URL: deadAddress() });
  assertEquals(await send(sms), {
    outcome: "retry",
    reason: "twilio TypeError",
  });
});
