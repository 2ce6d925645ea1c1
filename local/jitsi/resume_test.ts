import { assertEquals } from "@std/assert";
import { Client, ROOM, token, withJitsi } from "./client_testing.ts";
import { child, type Element } from "./xml.ts";

const resume = (previd: string, h: number) =>
  `<resume xmlns="urn:xmpp:sm:3" previd="${previd}" h="${h}"/>`;
const hasBody = (frame: Element) => child(frame, "body") !== undefined;
const say = (body: string) =>
  `<message xmlns="jabber:client" to="${ROOM}" type="groupchat"><body>${body}</body></message>`;

Deno.test("a lost socket is resumed: same address, nothing lost, nothing twice", async () => {
  await withJitsi(async (port) => {
    const doctor = new Client(port, await token("doc"));
    await doctor.start();
    await doctor.join();
    const patient = new Client(port, await token("pat"));
    const id = await patient.start();
    await patient.join();
    await patient.named("message"); // the subject: focus, doctor, oneself and this are 4 stanzas
    await patient.send('<a xmlns="urn:xmpp:sm:3" h="4"/>');
    await patient.send('<r xmlns="urn:xmpp:sm:3"/>');
    assertEquals((await patient.named("a")).attrs.h, "1");
    await patient.drop();
    await doctor.send(say("meanwhile"));
    await doctor.next(hasBody);

    const again = new Client(port, await token("pat"));
    await again.signIn();
    await again.send(resume(id, 4));
    const resumed = await again.next();
    assertEquals([resumed.name, resumed.attrs.previd, resumed.attrs.h], [
      "resumed",
      id,
      "1",
    ]);
    assertEquals((await again.next()).name, "message");
    await again.send(say("back"));
    const seen = await doctor.next();
    assertEquals([seen.name, seen.attrs.from], [
      "message",
      `${ROOM}/${patient.nick}`,
    ]);
  });
});

Deno.test("nobody else resumes a session, nor one that ended or never was", async () => {
  await withJitsi(async (port) => {
    const patient = new Client(port, await token("pat"));
    const id = await patient.start();
    const tries: [string, string, number][] = [
      [await token("other"), id, 0],
      [await token("pat", { room: "r2" }), id, 0],
      [await token("pat"), "unknown", 0],
      [await token("pat"), id, 1_000],
      [await token("pat"), id, -1],
    ];
    for (const [jwt, previd, h] of tries) {
      const client = new Client(port, jwt);
      await client.signIn();
      await client.send(resume(previd, h));
      assertEquals((await client.next()).name, "failed");
      await client.drop();
    }
    await patient.send('<close xmlns="urn:ietf:params:xml:ns:xmpp-framing"/>');
    await patient.closed;
    const late = new Client(port, await token("pat"));
    await late.signIn();
    await late.send(resume(id, 0));
    assertEquals((await late.next()).name, "failed");
  });
});

Deno.test("a session that nobody resumes ends, and the others are told", async () => {
  await withJitsi(async (port) => {
    const doctor = new Client(port, await token("doc"));
    await doctor.start();
    await doctor.join();
    const patient = new Client(port, await token("pat"));
    await patient.start();
    await patient.join();
    await patient.drop();
    const gone = await doctor.next((frame) =>
      frame.attrs.type === "unavailable"
    );
    assertEquals(gone.attrs.from, `${ROOM}/${patient.nick}`);
  }, { resumeSeconds: 0.1 });
});

Deno.test("an expired token does not resume, a refreshed one does", async () => {
  await withJitsi(async (port) => {
    const patient = new Client(port, await token("pat"));
    const id = await patient.start();
    await patient.drop();
    const expired = new Client(port, await token("pat", { exp: 1 }));
    assertEquals((await expired.signIn()).name, "failure");
    const exp = Math.floor(Date.now() / 1000) + 7200;
    const refreshed = new Client(port, await token("pat", { exp }));
    await refreshed.signIn();
    await refreshed.send(resume(id, 0));
    assertEquals((await refreshed.next()).name, "resumed");
  });
});
