import { assert, assertEquals } from "@std/assert";
import {
  Client,
  codes,
  condition,
  ROOM,
  token,
  withJitsi,
} from "./client_testing.ts";
import { child, type Element, elements } from "./xml.ts";

const ADMIN = "http://jabber.org/protocol/muc#admin";

/** Two participants in the room, the first one moderator. */
async function two(port: number) {
  const context = { user: { id: "doc", name: "Dr Weber", moderator: true } };
  const doctor = new Client(port, await token("doc", { context }));
  const patient = new Client(port, await token("pat"));
  await doctor.start();
  await doctor.join();
  await patient.start();
  await patient.join();
  return { doctor, patient };
}

function text(element: Element | undefined): string {
  return String(element?.children[0] ?? "");
}

Deno.test("only a valid token signs in, and the reason is told", async () => {
  const past = Math.floor(Date.now() / 1000) - 5;
  const tokens: [string | undefined, string][] = [
    [undefined, "token required"],
    ["nonsense", "invalid token"],
    [await token("a", { exp: past }), "token is expired"],
    [await token("a", { nbf: past + 600 }), "invalid 'nbf' claim"],
    [await token("a", { iss: "other" }), "invalid 'iss' claim"],
    [await token("a", { aud: undefined }), "invalid 'aud' claim"],
    [await token("a", { room: undefined }), "invalid 'room' claim"],
    [await token("a", { room: 7 }), "'room' claim is missing"],
    [await token("a", { exp: "tomorrow" }), "invalid 'exp' claim"],
    [await token("a", {}, { secret: "b".repeat(40) }), "invalid token"],
    [
      await token("a", {}, { alg: "HS512", secret: "b".repeat(64) }),
      "invalid token",
    ],
    [
      `${btoa('{"alg":"none","typ":"JWT"}')}.${
        btoa('{"iss":"app","aud":"x","room":"r1"}')
      }.`,
      "invalid token",
    ],
  ];
  await withJitsi(async (port) => {
    for (const [jwt, reason] of tokens) {
      const client = new Client(port, jwt?.replaceAll("=", ""));
      const answer = await client.signIn();
      assertEquals([answer.name, text(child(answer, "text"))], [
        "failure",
        reason,
      ]);
      await client.drop();
    }
  });
});

Deno.test("a join shows the focus, then the others, then oneself with 110 and 100", async () => {
  await withJitsi(async (port) => {
    const { doctor } = await two(port);
    const late = new Client(port, await token("third"));
    await late.start();
    await late.presence(
      '<x xmlns="http://jabber.org/protocol/muc"/><nick>N</nick>',
    );
    const seen = [];
    for (let n = 0; n < 4; n++) seen.push(await late.named("presence"));
    assertEquals(seen[0]?.attrs.from, `${ROOM}/focus`);
    assertEquals(seen[1]?.attrs.from, `${ROOM}/${doctor.nick}`);
    assertEquals(codes(seen[3] as Element), ["110", "100"]); // four were read
    const item = child(child(seen[1] as Element, "x") as Element, "item"); // as above
    assertEquals([item?.attrs.affiliation, item?.attrs.role], [
      "owner",
      "moderator",
    ]);
    assert(child(await late.named("message"), "subject"));
  });
});

Deno.test("identity comes from the token, whatever a client says of itself", async () => {
  await withJitsi(async (port) => {
    const { doctor, patient } = await two(port);
    await patient.presence(
      "<identity><user><id>doc</id><name>Dr Weber</name></user></identity><audiomuted>true</audiomuted>" +
        '<x xmlns="http://jabber.org/protocol/muc#user"><item affiliation="owner" role="moderator"/></x>',
    );
    const update = await doctor.next((frame) =>
      child(frame, "audiomuted") !== undefined
    );
    const user = child(child(update, "identity") as Element, "user") as Element; // fails below when absent
    assertEquals(text(child(user, "id")), "pat");
    assertEquals(
      update.children.filter((one) =>
        typeof one !== "string" && one.name === "x"
      ).length,
      1,
    );
    const item = child(child(update, "x") as Element, "item"); // counted above
    assertEquals([item?.attrs.affiliation, item?.attrs.role], [
      "none",
      "participant",
    ]);
  });
});

Deno.test("a token opens its own room only, under one's own nick", async () => {
  await withJitsi(async (port) => {
    const client = new Client(port, await token("a"));
    await client.start();
    assertEquals(
      condition(await client.join("r2@muc.meet.jitsi")),
      "not-allowed",
    );
    assertEquals(condition(await client.join(ROOM, "somebody")), "not-allowed");
    assertEquals(
      (await client.join("R1@muc.meet.jitsi")).attrs.type,
      undefined,
    );
  });
});

Deno.test("a full room is refused, a person who comes again replaces himself", async () => {
  await withJitsi(async (port) => {
    const { doctor, patient } = await two(port);
    const third = new Client(port, await token("third"));
    await third.start();
    assertEquals(condition(await third.join()), "service-unavailable");
    const again = new Client(port, await token("pat"));
    await again.start();
    assertEquals((await again.join()).attrs.type, undefined);
    const gone = await doctor.next((frame) =>
      frame.attrs.type === "unavailable"
    );
    assertEquals(gone.attrs.from, `${ROOM}/${patient.nick}`);
    await patient.closed;
  }, { maxParticipants: 2 });
});

Deno.test("with the third participant the focus offers everybody a session of the bridge", async () => {
  await withJitsi(async (port) => {
    const { doctor, patient } = await two(port);
    const third = new Client(port, await token("third"));
    await third.start();
    await third.join();
    for (const client of [doctor, patient, third]) {
      const offered = await client.next((frame) =>
        child(frame, "jingle")?.attrs.action === "session-initiate"
      );
      assertEquals(offered.attrs.from, `${ROOM}/focus`);
      const contents = elements(child(offered, "jingle")!)
        .filter(({ name }) => name === "content");
      assertEquals(
        contents.map(({ attrs }) => attrs.name),
        ["audio", "video", "data"],
      );
      for (const content of contents) {
        const { attrs } = child(content, "transport")!;
        assert(attrs.ufrag && attrs.pwd);
      }
    }
  });
});

Deno.test("chat reaches everybody, whoever comes later too; private messages one", async () => {
  await withJitsi(async (port) => {
    const { doctor, patient } = await two(port);
    const send = (to: string, type: string, body: string) =>
      patient.send(
        `<message xmlns="jabber:client" to="${to}" type="${type}" id="m"><body>${body}</body></message>`,
      );
    await send(ROOM, "groupchat", "a &lt;b&gt; &amp; c");
    for (const client of [doctor, patient]) {
      const message = await client.next((frame) =>
        child(frame, "body") !== undefined
      );
      assertEquals(message.attrs.from, `${ROOM}/${patient.nick}`);
      assertEquals(text(child(message, "body")), "a <b> & c");
    }
    await send(`${ROOM}/${doctor.nick}`, "chat", "for you");
    assertEquals(text(child(await doctor.named("message"), "body")), "for you");
    await send(`${ROOM}/nobody`, "chat", "x");
    assertEquals(condition(await patient.named("message")), "item-not-found");
    const late = new Client(port, await token("third"));
    await late.start();
    await late.join();
    const old = await late.next((frame) => child(frame, "body") !== undefined);
    assertEquals(text(child(old, "body")), "a <b> & c");
    assert(child(old, "delay"));
  });
});

Deno.test("an iq passes between occupants with its id, and to nobody outside", async () => {
  await withJitsi(async (port) => {
    const { doctor, patient } = await two(port);
    const jingle =
      '<jingle xmlns="urn:xmpp:jingle:1" action="session-initiate" sid="s"/>';
    await doctor.send(
      `<iq xmlns="jabber:client" to="${ROOM}/${patient.nick}" type="set" id="j1">${jingle}</iq>`,
    );
    const received = await patient.next((frame) =>
      child(frame, "jingle") !== undefined
    );
    assertEquals([received.attrs.id, received.attrs.from], [
      "j1",
      `${ROOM}/${doctor.nick}`,
    ]);
    const unknown = await doctor.ask(`${ROOM}/nobody`, "set", jingle);
    assertEquals(condition(unknown), "item-not-found");
    const stranger = new Client(port, await token("x", { room: "r2" }));
    await stranger.start();
    const refused = await stranger.ask(
      `${ROOM}/${patient.nick}`,
      "set",
      jingle,
    );
    assertEquals(condition(refused), "not-acceptable");
  });
});

Deno.test("a moderator kicks, a participant may not", async () => {
  await withJitsi(async (port) => {
    const { doctor, patient } = await two(port);
    const kick = (nick: string) =>
      `<query xmlns="${ADMIN}"><item nick="${nick}" role="none"/></query>`;
    assertEquals(
      condition(await patient.ask(ROOM, "set", kick(doctor.nick))),
      "forbidden",
    );
    assertEquals(
      (await doctor.ask(ROOM, "set", kick(patient.nick))).attrs.type,
      "result",
    );
    const out = await patient.next((frame) =>
      frame.attrs.type === "unavailable"
    );
    assertEquals(codes(out), ["110", "307"]);
  });
});

Deno.test("leaving is told to all and confirmed to oneself", async () => {
  await withJitsi(async (port) => {
    const { doctor, patient } = await two(port);
    await patient.send(
      `<presence xmlns="jabber:client" to="${ROOM}/${patient.nick}" type="unavailable"/>`,
    );
    const own = await patient.next((frame) =>
      frame.attrs.type === "unavailable"
    );
    assertEquals(codes(own), ["110"]);
    const told = await doctor.next((frame) =>
      frame.attrs.type === "unavailable"
    );
    assertEquals(told.attrs.from, `${ROOM}/${patient.nick}`);
    await patient.send('<close xmlns="urn:ietf:params:xml:ns:xmpp-framing"/>');
    await patient.named("close");
    await patient.closed;
  });
});

Deno.test("the server answers pings, discovery and conference requests", async () => {
  await withJitsi(async (port) => {
    const client = new Client(port, await token("a"));
    await client.start();
    const ping = await client.ask(
      "meet.jitsi",
      "get",
      '<ping xmlns="urn:xmpp:ping"/>',
    );
    assertEquals(ping.attrs.type, "result");
    const unknown = await client.ask(
      "meet.jitsi",
      "get",
      '<x xmlns="urn:unknown"/>',
    );
    assertEquals(condition(unknown), "service-unavailable");
    const focus = (attrs: string) =>
      client.ask(
        "focus.meet.jitsi",
        "set",
        `<conference xmlns="http://jitsi.org/protocol/focus" room="${ROOM}" machine-uid="m" ${attrs}/>`,
      );
    assertEquals(child(await focus(""), "conference")?.attrs.ready, "true");
    assertEquals(condition(await focus('token="bad"')), "not-authorized");
    assertEquals(
      condition(await focus(`token="${await token("a", { room: "r2" })}"`)),
      "not-authorized",
    );
    assertEquals(
      (await focus(`token="${await token("a")}"`)).attrs.type,
      "result",
    );
    await client.join();
    const info = await client.ask(
      ROOM,
      "get",
      '<query xmlns="http://jabber.org/protocol/disco#info"/>',
    );
    const query = child(info, "query") as Element; // fails below when absent
    assert(
      JSON.stringify(child(query, "x")).includes("muc#roominfo_meetingId"),
    );
  });
});

Deno.test("the conference request over HTTP asks for a token of that room", async () => {
  await withJitsi(async (port) => {
    const ask = async (jwt: string, body: string) => {
      const response = await fetch(
        `http://127.0.0.1:${port}/conference-request/v1`,
        {
          method: "POST",
          headers: {
            authorization: `Bearer ${jwt}`,
            "content-type": "application/json",
          },
          body,
        },
      );
      return [response.status, await response.text()] as const;
    };
    const body = JSON.stringify({
      room: ROOM,
      machineUid: "m",
      properties: {},
    });
    const [status, answer] = await ask(await token("a"), body);
    assertEquals(status, 200);
    assertEquals(JSON.parse(answer), {
      room: ROOM,
      ready: true,
      focusJid: "focus@auth.meet.jitsi",
      properties: {},
    });
    assertEquals((await ask(await token("a", { room: "r2" }), body))[0], 403);
    assertEquals((await ask("bad", body))[0], 403);
    assertEquals((await ask(await token("a"), "{"))[0], 400);
  });
});
