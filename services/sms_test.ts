import { assertEquals } from "@std/assert";
import { smsSender } from "./sms.ts";

const account = {
  PUBLIC_URL: "https://econsult.example",
  TWILIO_ACCOUNT_SID: `AC${"1".repeat(32)}`,
  TWILIO_AUTH_TOKEN: "the-token-of-the-account",
  TWILIO_FROM: "eConsult",
};
const sms = { to: "+352621123456", text: "Bonjour" };

/** A carrier that answers as told, and what reached it. */
async function withCarrier(
  answer: (request: Request) => Response | Promise<Response>,
  use: (
    send: ReturnType<typeof smsSender>,
    forms: URLSearchParams[],
  ) => Promise<
    void
  >,
  from = account.TWILIO_FROM,
) {
  const forms: URLSearchParams[] = [];
  const server = Deno.serve(
    { port: 0, hostname: "127.0.0.1", onListen() {} },
    async (
      request,
    ) => {
      forms.push(new URLSearchParams(await request.clone().text()));
      return await answer(request);
    },
  );
  const TWILIO_API_URL = `http://127.0.0.1:${server.addr.port}`;
  try {
    await use(
      smsSender({ ...account, TWILIO_API_URL, TWILIO_FROM: from }),
      forms,
    );
  } finally {
    await server.shutdown();
  }
}

function refusal(status: number, code: number) {
  return () =>
    Response.json(
      { code, message: `about ${sms.to}`, more_info: "", status },
      { status },
    );
}

Deno.test("an SMS reaches Twilio with account, sender, text and where to report", async () => {
  let request: Request | undefined;
  await withCarrier((incoming) => {
    request = incoming;
    return Response.json({ sid: "SM42" }, { status: 201 });
  }, async (send, forms) => {
    assertEquals(await send({ ...sms, notificationId: "n-1" }), {
      outcome: "sent",
      carrierId: "SM42",
    });
    assertEquals(Object.fromEntries(forms[0] ?? []), {
      To: "+352621123456",
      From: "eConsult",
      Body: "Bonjour",
      StatusCallback:
        "https://econsult.example/api/hooks/twilio?notification=n-1",
    });
    assertEquals(
      new URL(request?.url ?? "").pathname,
      `/2010-04-01/Accounts/${account.TWILIO_ACCOUNT_SID}/Messages.json`,
    );
    assertEquals(
      request?.headers.get("authorization"),
      `Basic ${
        btoa(`${account.TWILIO_ACCOUNT_SID}:${account.TWILIO_AUTH_TOKEN}`)
      }`,
    );
  });
});

Deno.test("a messaging service sends in the place of a number", async () => {
  const service = `MG${"a".repeat(32)}`;
  await withCarrier(
    () => Response.json({ sid: "SM1" }, { status: 201 }),
    async (send, forms) => {
      await send(sms);
      assertEquals(forms[0]?.get("MessagingServiceSid"), service);
      assertEquals(forms[0]?.has("From"), false);
      assertEquals(forms[0]?.has("StatusCallback"), false);
    },
    service,
  );
});

Deno.test("a refused number is refused for good; the reason names no number", async () => {
  for (const code of [21211, 21614, 21610, 21408]) {
    await withCarrier(refusal(400, code), async (send) => {
      assertEquals(await send(sms), {
        outcome: "refused",
        reason: `twilio 400 ${code}`,
      });
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
    await withCarrier(answer, async (send, forms) => {
      assertEquals(await send(sms), { outcome: "retry", reason });
      assertEquals(forms.length, 1);
    });
  }
});

Deno.test("a silent Twilio is given up after the time limit, and gets the SMS once", async () => {
  await withCarrier(
    (request) =>
      new Promise((done) =>
        request.signal.addEventListener(
          "abort",
          () => done(new Response()),
          { once: true },
        )
      ),
    async (send, forms) => {
      assertEquals(await send({ ...sms, timeLimit: 150 }), {
        outcome: "retry",
        reason: "twilio TimeoutError",
      });
      assertEquals(forms.length, 1);
    },
  );
});

Deno.test("where nobody listens the SMS is tried again later", async () => {
  const listener = Deno.listen({ port: 0, hostname: "127.0.0.1" });
  const { port } = listener.addr;
  listener.close();
  const send = smsSender({
    ...account,
    TWILIO_API_URL: `http://127.0.0.1:${port}`,
  });
  assertEquals(await send(sms), {
    outcome: "retry",
    reason: "twilio TypeError",
  });
});
