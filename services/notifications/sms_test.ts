import { assertEquals } from "@std/assert";
import { smsSender } from "./sms.ts";
import { deadAddress, silence, testProvider } from "@/services/testing.ts";

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
  await using provider = testProvider(taken);
  const send = smsSender({ ...account, TWILIO_API_URL: provider.url });
  assertEquals(await send({ ...sms, notificationId: "n-1" }), {
    outcome: "sent",
    providerMessageId: "SM42",
  });
  const [request = new Request("http://none")] = provider.requests;
  const { TWILIO_ACCOUNT_SID: sid, TWILIO_AUTH_TOKEN: token } = account;
  assertEquals(
    request.url,
    `${provider.url}/2010-04-01/Accounts/${sid}/Messages.json`,
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
  await using provider = testProvider(taken);
  const TWILIO_FROM = `MG${"a".repeat(32)}`;
  const TWILIO_API_URL = provider.url;
  await smsSender({ ...account, TWILIO_API_URL, TWILIO_FROM })(sms);
  const form = await provider.requests[0]?.formData();
  assertEquals(form?.get("MessagingServiceSid"), TWILIO_FROM);
  assertEquals(form?.has("From"), false);
  assertEquals(form?.has("StatusCallback"), false);
});

Deno.test("a refused number is refused for good; the reason names no number", async () => {
  for (
    const [status, code, cause, note] of [
      [400, 21211, "number", "the number does not exist"],
      [400, 21614, "number", "not a mobile number"],
      [
        400,
        21610,
        "stopped",
        "the phone sent STOP; only START from it opens it again",
      ],
      [403, 21408, "region", "country not enabled: Messaging, Geo permissions"],
    ] as const
  ) {
    await using provider = testProvider(refusal(status, code));
    const send = smsSender({ ...account, TWILIO_API_URL: provider.url });
    assertEquals(await send(sms), {
      outcome: "refused",
      reason: `twilio ${status} ${code} (${note})`,
      cause,
    });
  }
});

Deno.test("limits, wrong keys and outages pass: the SMS is tried again later, once each time", async () => {
  for (
    const [answer, reason] of [
      [refusal(429, 20429), "twilio 429 20429 (too many requests)"],
      [refusal(400, 21611), "twilio 400 21611 (the sender's queue is full)"],
      [
        refusal(400, 21606),
        "twilio 400 21606 (the sender is not this account's)",
      ],
      [refusal(401, 20003), "twilio 401 20003 (wrong credentials)"],
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
    await using provider = testProvider(answer);
    const send = smsSender({ ...account, TWILIO_API_URL: provider.url });
    assertEquals(await send(sms), { outcome: "retry", reason });
    assertEquals(provider.requests.length, 1);
  }
});

Deno.test("a silent Twilio is given up after the time limit, and gets the SMS once", async () => {
  await using provider = testProvider(silence);
  const send = smsSender({ ...account, TWILIO_API_URL: provider.url });
  assertEquals(await send({ ...sms, timeLimit: 150 }), {
    outcome: "retry",
    reason: "twilio TimeoutError",
  });
  assertEquals(provider.requests.length, 1);
});

Deno.test("where nobody listens the SMS is tried again later", async () => {
  const send = smsSender({ ...account, TWILIO_API_URL: deadAddress() });
  assertEquals(await send(sms), {
    outcome: "retry",
    reason: "twilio TypeError",
  });
});
