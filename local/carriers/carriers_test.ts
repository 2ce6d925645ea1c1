import { assert, assertEquals, assertRejects } from "@std/assert";
import { createHmac } from "node:crypto";
import twilio from "twilio";
import {
  mailClient,
  messages,
  SID,
  smsClient,
  withCarriers,
} from "./testing.ts";

Deno.test("an SMS sent with the twilio library is in the inbox and can be read back", async () => {
  await withCarriers(async (base) => {
    const client = smsClient(base);
    const sent = await client.messages.create({
      to: "+352621123456",
      from: "+15005550006",
      body: "Ihr Code ist 123456 — gültig 10 Minuten",
    });
    assertEquals(sent.status, "queued");
    assertEquals(sent.numSegments, "1");
    const [message] = await messages(
      base,
      "to=%2B352621123456&channel=sms&wait=5",
    );
    assertEquals(message?.text, "Ihr Code ist 123456 — gültig 10 Minuten");
    assertEquals((await client.messages(sent.sid).fetch()).body, message?.text);
  });
});

Deno.test("magic numbers bring the errors that the twilio library reports", async () => {
  await withCarriers(async (base) => {
    const client = smsClient(base);
    const create = (to: string) =>
      client.messages.create({ to, from: "+15005550006", body: "x" });
    for (
      const [to, status, code] of [
        ["+15005550001", 400, 21211],
        ["+352621555001", 400, 21211],
        ["+15005550002", 400, 21612],
        ["+15005550003", 400, 21408],
        ["+15005550004", 400, 21610],
        ["+15005550009", 400, 21614],
        ["+15005550029", 429, 20429],
        ["+15005550050", 500, undefined],
        ["12", 400, 21211],
      ] as const
    ) {
      const error = await assertRejects(() => create(to), twilio.RestException);
      assertEquals([error.status, error.code], [status, code]);
    }
    assertEquals(await messages(base), []);
  });
});

Deno.test("a time-out before acceptance keeps nothing, one after acceptance keeps it once", async () => {
  await withCarriers(async (base) => {
    const client = smsClient(base, "secret", 200);
    const create = (to: string) =>
      client.messages.create({ to, from: "+15005550006", body: "x" });
    await assertRejects(() => create("+15005550051"));
    await assertRejects(() => create("+15005550052"));
    assertEquals((await messages(base)).map((one) => one.to), [[
      "+15005550052",
    ]]);
  });
});

Deno.test("wrong Twilio and Mailgun credentials are refused", async () => {
  await withCarriers(async (base) => {
    const error = await assertRejects(
      () =>
        smsClient(base, "wrong").messages.create({
          to: "+352621123456",
          from: "+15005550006",
          body: "x",
        }),
      twilio.RestException,
    );
    assertEquals([error.status, error.code], [401, 20003]);
    const refused = await mailClient(base, "wrong")
      .messages.create("mail.example", {
        from: "a@mail.example",
        to: "b@c.example",
        text: "x",
      })
      .then(() => null, (error) => error);
    assertEquals(refused?.status, 401);
    assertEquals(await messages(base), []);
  });
});

Deno.test("status callbacks come in order and carry a signature twilio accepts", async () => {
  const heard: string[] = [];
  let done = () => {};
  const finished = new Promise<void>((resolve) => done = resolve);
  const app = Deno.serve(
    { port: 0, hostname: "127.0.0.1", onListen() {} },
    async (request) => {
      const params = Object.fromEntries(
        new URLSearchParams(await request.text()),
      );
      const url = `http://127.0.0.1:${app.addr.port}/status?of=1`;
      const signature = request.headers.get("x-twilio-signature") ?? "";
      assert(twilio.validateRequest("secret", signature, url, params));
      assert(!twilio.validateRequest("other", signature, url, params));
      heard.push(
        [params.MessageStatus, params.ErrorCode].filter(Boolean).join(" "),
      );
      if (heard.length === 3) done();
      return new Response(null, { status: 204 });
    },
  );
  await withCarriers(async (base) => {
    await smsClient(base).messages.create({
      to: "+15005550030",
      from: "+15005550006",
      body: "x",
      statusCallback: `http://127.0.0.1:${app.addr.port}/status?of=1`,
    });
    await finished;
    assertEquals(heard, ["queued", "sent", "undelivered 30003"]);
  });
  await app.shutdown();
});

Deno.test("whether Twilio has a message is asked by number and time, page by page", async () => {
  await withCarriers(async (base) => {
    const client = smsClient(base);
    const to = "+352621123456";
    const from = "+15005550006";
    const since = new Date();
    for (const body of ["first", "second", "third"]) {
      await client.messages.create({ to, from, body });
    }
    await client.messages.create({ to: "+352621123457", from, body: "other" });
    const list = async (
      options: Parameters<typeof client.messages.list>[0],
    ) => (await client.messages.list(options)).map(({ body }) => body);
    const all = ["third", "second", "first"];
    assertEquals(await list({ to, dateSentAfter: since }), all);
    assertEquals(await list({ to, pageSize: 2 }), all);
    assertEquals(await list({ to, from, limit: 1 }), ["third"]);
    assertEquals(await list({ to, dateSent: since }), all);
    const later = new Date(since.getTime() + 86_400_000 * 2);
    assertEquals(await list({ to, dateSentAfter: later }), []);
    const earlier = new Date(since.getTime() - 86_400_000 * 2);
    assertEquals(await list({ to, dateSentBefore: earlier }), []);
    assertEquals(await list({ to: "+352621000000" }), []);
  });
  // A message whose answer was lost is found, one that was never taken is not.
  await withCarriers(async (base) => {
    const from = "+15005550006";
    for (const [to, found] of [["52", 1], ["51", 0]] as const) {
      const number = `+3526215550${to}`;
      await assertRejects(() =>
        smsClient(base, "secret", 200).messages.create({
          ...{ to: number, from, body: "x" },
        })
      );
      const kept = await smsClient(base).messages.list({ to: number });
      assertEquals(kept.length, found);
    }
  });
});

Deno.test("a message that does not arrive says why: 30003 to 30006", async () => {
  await withCarriers(async (base) => {
    const client = smsClient(base);
    const from = "+15005550006";
    for (
      const [ending, code, message] of [
        ["30", 30003, "Unreachable destination handset"],
        ["34", 30004, "Message blocked"],
        ["35", 30005, "Unknown destination handset"],
        ["36", 30006, "Landline or unreachable carrier"],
      ] as const
    ) {
      const to = `+3526215550${ending}`;
      const { sid } = await client.messages.create({ to, from, body: "x" });
      const sent = await client.messages(sid).fetch();
      assertEquals(
        [sent.status, sent.errorCode, sent.errorMessage],
        ["undelivered", code, message],
      );
    }
  });
});

Deno.test("an e-mail with mailgun.js keeps its parts and attachments, also after a restart", async () => {
  await withCarriers(async (base, restart) => {
    const pdf = new Uint8Array([37, 80, 68, 70, 0, 255, 13, 10]);
    const sent = await mailClient(base).messages.create("mail.example", {
      from: "eConsult <no-reply@mail.example>",
      to: ["Zoé <zoe@c.example>", "b@c.example"],
      subject: "Rendez-vous confirmé",
      html: '<p>Bonjour</p><a href="https://x.example">lien</a>',
      text: "Bonjour",
      "h:Reply-To": "help@mail.example",
      "v:appointment": "7",
      attachment: [
        {
          data: new Blob([pdf], { type: "application/pdf" }),
          filename: "réçu.pdf",
        },
      ],
    });
    assert(sent.id?.endsWith("@mail.example>"));
    const again = await restart();
    const [message] = await messages(
      again,
      "to=zoe@c.example&contains=confirm%C3%A9",
    );
    assert(message);
    assertEquals(message.to, ["zoe@c.example", "b@c.example"]);
    assertEquals(message.headers["Reply-To"], "help@mail.example");
    assertEquals(message.variables, { appointment: "7" });
    assertEquals(message.attachments, [
      { name: "réçu.pdf", type: "application/pdf", size: 8, inline: false },
    ]);
    const file = await fetch(
      `${again}/api/messages/${message.id}/attachments/0`,
    );
    assertEquals(file.headers.get("content-type"), "application/pdf");
    assertEquals(await file.bytes(), pdf);
    const source =
      await (await fetch(`${again}/api/messages/${message.id}/source`)).text();
    assert(source.includes('name="h:Reply-To"'));
    const preview = await fetch(`${again}/api/messages/${message.id}/html`);
    assert(
      preview.headers.get("content-security-policy")?.startsWith("sandbox "),
    );
    assert((await preview.text()).includes("<p>Bonjour</p>"));
  });
});

Deno.test("Mailgun's events say what became of an e-mail, by its Message-Id and since a time", async () => {
  await withCarriers(async (base) => {
    const { messages, events } = mailClient(base);
    const send = (to: string, id: string) =>
      messages.create("mail.example", {
        from: "a@mail.example",
        to,
        text: "x",
        "h:Message-Id": `<${id}@mail.example>`,
      });
    await send("b@c.example", "n-1");
    await send("bounce@fail.example", "n-2");
    const begin = Math.floor(Date.now() / 1000);
    const of = async (id: string, since = begin - 60) => {
      const { items } = await events.get("mail.example", {
        "message-id": `${id}@mail.example`,
        begin: String(since),
        ascending: "yes",
      });
      return items.map(({ event, recipient }) => `${event} ${recipient}`);
    };
    assertEquals(await of("n-1"), [
      "accepted b@c.example",
      "delivered b@c.example",
    ]);
    assertEquals(await of("n-2"), [
      "accepted bounce@fail.example",
      "failed bounce@fail.example",
    ]);
    assertEquals(await of("n-1", begin + 60), []);
    assertEquals(await of("n-3"), []);
    const newestFirst = await events.get("mail.example").catch((error) =>
      error.status
    );
    assertEquals(newestFirst, 501);
  });
});

Deno.test("magic addresses bring Mailgun's errors and time-outs", async () => {
  await withCarriers(async (base) => {
    const send = (to: string, timeout?: number) =>
      mailClient(base, "key-1", timeout).messages
        .create("mail.example", { from: "a@mail.example", to, text: "x" })
        .then(() => 200, (error) => [error.status, error.message]);
    for (const status of [400, 429, 500]) {
      assertEquals(
        (await send(`${status}+1@fail.example`) as unknown[])[0],
        status,
      );
    }
    assertEquals(await send("timeout@fail.example", 200), [400, "ETIMEDOUT"]);
    assertEquals(await messages(base), []);
    assertEquals(await send("lost@fail.example", 200), [400, "ETIMEDOUT"]);
    assertEquals((await messages(base)).length, 1);
  });
});

/** Reason and SMTP code (or Mailgun's own) of what fails for good, by the name of the magic recipient. */
const WHY: Record<string, string> = {
  full: "bounce 552",
  blocked: "bounce 554",
  nodomain: "generic 498",
  suppressed: "suppress-bounce 605",
  complained: "suppress-complaint 607",
};

Deno.test("webhooks tell of delivery and failure, signed, and are tried again", async () => {
  const events: string[] = [];
  const reasons = new Map<string, string>();
  const tokens = new Set<string>();
  let done = () => {};
  const finished = new Promise<void>((resolve) => done = resolve);
  const app = Deno.serve(
    { port: 0, hostname: "127.0.0.1", onListen() {} },
    async (request) => {
      const body = await request.json();
      const { timestamp, token, signature } = body.signature;
      const right = createHmac("sha256", "sign").update(timestamp + token)
        .digest("hex");
      assertEquals(signature, right);
      tokens.add(token);
      const { event, severity = "", reason, recipient } = body["event-data"];
      const { code } = body["event-data"]["delivery-status"];
      reasons.set(recipient, `${reason} ${code}`);
      events.push(`${event} ${severity} ${recipient}`);
      if (events.length === 5 + Object.keys(WHY).length) done();
      return new Response(null, { status: events.length === 1 ? 500 : 200 });
    },
  );
  await withCarriers(async (base) => {
    const mail = mailClient(base);
    const send = (to: string) =>
      mail.messages.create("mail.example", {
        from: "a@mail.example",
        to,
        text: "x",
      });
    await send("b@c.example");
    await messages(base, "wait=1");
    await send("bounce@fail.example");
    await send("busy@fail.example");
    for (const why of Object.keys(WHY)) await send(`${why}@fail.example`);
    await finished;
    assertEquals(
      events.toSorted(),
      [
        "delivered  b@c.example",
        "delivered  b@c.example",
        "failed permanent bounce@fail.example",
        "failed permanent busy@fail.example",
        "failed temporary busy@fail.example",
        ...Object.keys(WHY).map((why) =>
          `failed permanent ${why}@fail.example`
        ),
      ].toSorted(),
    );
    assertEquals(tokens.size, 5 + Object.keys(WHY).length);
    for (const [why, told] of Object.entries(WHY)) {
      assertEquals(reasons.get(`${why}@fail.example`), told);
    }
    assertEquals(
      (await messages(base, "to=bounce@fail.example"))[0]?.status,
      "failed",
    );
  }, `http://127.0.0.1:${app.addr.port}/hook`);
  await app.shutdown();
});

Deno.test("the outage switch stops a carrier until it is up again", async () => {
  await withCarriers(async (base) => {
    const put = (body: string) =>
      fetch(`${base}/api/outage`, { method: "PUT", body });
    const send = (timeout: number) =>
      smsClient(base, "secret", timeout).messages
        .create({ to: "+352621123456", from: "+15005550006", body: "x" });
    assertEquals(await (await put('{"twilio":"down"}')).json(), {
      twilio: "down",
      mailgun: "up",
    });
    await assertRejects(() => send(2_000));
    await (await put('{"twilio":"slow"}')).body?.cancel();
    await assertRejects(() => send(200));
    await (await put('{"twilio":"up"}')).body?.cancel();
    assertEquals(await messages(base), []);
    assertEquals((await send(2_000)).status, "queued");
    const refused = await put('{"twilio":"broken"}');
    assertEquals(refused.status, 400);
    await refused.body?.cancel();
  });
});

Deno.test("hostile requests are answered with an error and leave nothing behind", async () => {
  await withCarriers(async (base) => {
    const auth = { authorization: `Basic ${btoa("api:key-1")}` };
    const post = async (headers: Record<string, string>, body: BodyInit) => {
      const response = await fetch(`${base}/v3/mail.example/messages`, {
        method: "POST",
        headers: { ...auth, ...headers },
        body,
      });
      await response.body?.cancel();
      return response.status;
    };
    const multipart = { "content-type": "multipart/form-data; boundary=x" };
    assertEquals(
      await post(multipart, "--x\r\nContent-Disposition: form-data"),
      400,
    );
    assertEquals(await post({}, "hello"), 400);
    assertEquals(await post(multipart, new Uint8Array(26 * 1024 * 1024)), 413);
    const form = (fields: Record<string, string>) => {
      const form = new FormData();
      for (const [key, value] of Object.entries(fields)) {
        form.append(key, value);
      }
      return form;
    };
    const mail = { from: "a@mail.example", to: "b@c.example", text: "x" };
    assertEquals(await post({}, form({ ...mail, to: "not an address" })), 400);
    assertEquals(
      await post({}, form({ ...mail, "o:deliverytime": "tomorrow" })),
      501,
    );
    assertEquals(
      await post({}, form({ from: "a@mail.example", to: "b@c.example" })),
      400,
    );
    assertEquals(await messages(base), []);
    for (
      const path of [
        "/api/messages/../../etc/passwd",
        "/api/messages/x/attachments/9",
        "/nothing",
      ]
    ) {
      const response = await fetch(base + path);
      assertEquals(response.status, 404);
      await response.body?.cancel();
    }
  });
});

Deno.test("what is not implemented is refused with 501 and its name", async () => {
  await withCarriers(async (base) => {
    const calls = await fetch(`${base}/2010-04-01/Accounts/${SID}/Calls.json`, {
      method: "POST",
      headers: { authorization: `Basic ${btoa(`${SID}:secret`)}` },
    });
    assertEquals(calls.status, 501);
    assert((await calls.json()).message.includes("Calls.json"));
  });
});

Deno.test("clearing empties the inbox for good and tells the page", async () => {
  await withCarriers(async (base, restart) => {
    const events = await fetch(`${base}/api/events`);
    const reader = events.body?.pipeThrough(new TextDecoderStream())
      .getReader();
    assertEquals((await reader?.read())?.value, "retry: 1000\n\n");
    await smsClient(base).messages.create({
      to: "+352621123456",
      from: "+15005550006",
      body: "x",
    });
    assert((await reader?.read())?.value?.includes('"kind":"add"'));
    await reader?.cancel();
    assertEquals(
      (await fetch(`${base}/api/messages`, { method: "DELETE" })).status,
      204,
    );
    assertEquals(await messages(base), []);
    assertEquals(await messages(await restart()), []);
  });
});
