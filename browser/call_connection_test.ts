import { assertEquals } from "@std/assert";
import { CallConnection } from "./call_connection.ts";
import type { JitsiMeetJS } from "./jitsi.ts";

const ticket = {
  jitsiUrl: "https://jitsi.example",
  domain: "meet.jitsi",
  room: "room",
  token: "token",
  stunServers: ["stun:stun.example:3478"],
};

/** A connection whose server a test plays, and what it tells. */
function fakeConnection() {
  const listeners = new Map<string, () => void>();
  const heard: string[] = [];
  let disconnects = 0;
  const events = {
    CONNECTION_ESTABLISHED: "established",
    CONNECTION_FAILED: "failed",
    CONNECTION_DISCONNECTED: "disconnected",
  };
  const library = {
    events: { connection: events },
    JitsiConnection: class {
      addEventListener(event: string, listener: () => void) {
        listeners.set(event, listener);
      }
      connect() {}
      disconnect() {
        disconnects++;
        listeners.get("disconnected")?.();
        return Promise.reject(new Error("gone already"));
      }
    },
    // What a connection uses of it is here.
  } as unknown as JitsiMeetJS;
  const connection = new CallConnection(library, ticket);
  return {
    connection,
    heard,
    disconnects: () => disconnects,
    happens: (event: keyof typeof events) => listeners.get(events[event])?.(),
    async follow() {
      connection.follow({
        onEstablished: () => heard.push("established"),
        onBroken: () => heard.push("broken"),
      });
      assertEquals(heard, []);
      await Promise.resolve();
    },
  };
}

Deno.test("a connection that stood before anybody asked says so once, as soon as the caller has gone on", async () => {
  const { connection, heard, happens, follow } = fakeConnection();
  assertEquals(connection.usable, true);
  happens("CONNECTION_ESTABLISHED");
  await follow();
  assertEquals(heard, ["established"]);
  happens("CONNECTION_ESTABLISHED");
  assertEquals(heard, ["established"]);
  assertEquals(connection.usable, true);
});

Deno.test("one that is still on its way says so when it stands", async () => {
  const { heard, happens, follow } = fakeConnection();
  await follow();
  assertEquals(heard, []);
  happens("CONNECTION_ESTABLISHED");
  assertEquals(heard, ["established"]);
});

Deno.test("one that broke is not used, and is told to whoever follows it", async () => {
  for (
    const event of ["CONNECTION_FAILED", "CONNECTION_DISCONNECTED"] as const
  ) {
    const early = fakeConnection();
    early.happens(event);
    assertEquals(early.connection.usable, false);
    await early.follow();
    assertEquals(early.heard, ["broken"]);
    const late = fakeConnection();
    await late.follow();
    late.happens("CONNECTION_ESTABLISHED");
    late.happens(event);
    assertEquals(late.heard, ["established", "broken"]);
  }
});

Deno.test("closed on purpose it says nothing, whatever the library does", async () => {
  const { connection, heard, happens, follow, disconnects } = fakeConnection();
  await follow();
  await connection.close();
  happens("CONNECTION_ESTABLISHED");
  assertEquals([heard, disconnects(), connection.usable], [[], 1, false]);
});
