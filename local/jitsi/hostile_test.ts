import { assert, assertEquals } from "@std/assert";
import { Client, ROOM, token, withJitsi } from "./client_testing.ts";
import { elements } from "./xml.ts";

/** Signs in, sends the frame and gives the condition of the stream error. */
async function errorAfter(
  port: number,
  frame: string,
): Promise<string | undefined> {
  const client = new Client(port, await token("a"));
  await client.start();
  await client.send(frame);
  const error = await client.named("stream:error");
  await client.closed;
  return elements(error)[0]?.name;
}

Deno.test("frames that are not one plain element end the stream", async () => {
  const message = (inner: string) =>
    `<message xmlns="jabber:client" to="${ROOM}">${inner}</message>`;
  await withJitsi(async (port) => {
    for (
      const frame of [
        "",
        "hello",
        "<iq",
        "<a/><b/>",
        `<!DOCTYPE a [<!ENTITY b "b">]>${message("&b;")}`,
        message("<![CDATA[x]]>"),
        message("<!-- x -->"),
        message("<?php ?>"),
        message("&nbsp;"),
        message("&#1;"),
        message("<x:y/>"),
        message("<a b='1' b='2'/>"),
        message("<a>".repeat(70) + "</a>".repeat(70)),
      ]
    ) {
      assertEquals(
        await errorAfter(port, frame),
        "not-well-formed",
        frame.slice(0, 60),
      );
    }
  });
});

Deno.test("a frame over 256 KiB, unknown stanzas and false acknowledgements end the stream", async () => {
  await withJitsi(async (port) => {
    const large = `<message xmlns="jabber:client"><body>${
      "x".repeat(300_000)
    }</body></message>`;
    assertEquals(await errorAfter(port, large), "policy-violation");
    assertEquals(
      await errorAfter(port, '<x xmlns="urn:x"/>'),
      "unsupported-stanza-type",
    );
    assertEquals(
      await errorAfter(port, '<a xmlns="urn:xmpp:sm:3" h="99"/>'),
      "undefined-condition",
    );
    assertEquals(
      await errorAfter(port, '<a xmlns="urn:xmpp:sm:3" h="x"/>'),
      "undefined-condition",
    );
  });
});

Deno.test("too many frames end the stream, others go on", async () => {
  await withJitsi(async (port) => {
    const calm = new Client(port, await token("calm"));
    await calm.start();
    const flood = new Client(port, await token("flood"));
    await flood.start();
    for (let n = 0; n < 40; n++) {
      await flood.send('<presence xmlns="jabber:client"/>');
    }
    assertEquals(
      elements(await flood.named("stream:error"))[0]?.name,
      "policy-violation",
    );
    await flood.closed;
    const pong = await calm.ask(
      "meet.jitsi",
      "get",
      '<ping xmlns="urn:xmpp:ping"/>',
    );
    assertEquals(pong.attrs.type, "result");
  }, { framesPerSecond: 3 });
});

Deno.test("stanzas before signing in, and binding without a token, end the stream", async () => {
  await withJitsi(async (port) => {
    const early = new Client(port, await token("a"));
    await early.send('<presence xmlns="jabber:client"/>');
    assertEquals(
      elements(await early.named("stream:error"))[0]?.name,
      "not-authorized",
    );
    await early.closed;
    const refused = new Client(port, undefined);
    await refused.signIn();
    await refused.send(
      '<iq xmlns="jabber:client" type="set"><bind xmlns="urn:ietf:params:xml:ns:xmpp-bind"/></iq>',
    );
    assertEquals(
      elements(await refused.named("stream:error"))[0]?.name,
      "not-authorized",
    );
    await refused.closed;
  });
});

Deno.test("names that mean something to JavaScript are only names", async () => {
  await withJitsi(async (port) => {
    const client = new Client(port, await token("__proto__", { context: "x" }));
    await client.start();
    await client.join();
    await client.presence(
      '<__proto__ constructor="1" __proto__="2">x</__proto__>',
    );
    const echo = await client.named("presence");
    assertEquals(elements(echo)[0]?.name, "__proto__");
    assertEquals(elements(echo)[0]?.attrs, {
      constructor: "1",
      ["__proto__"]: "2",
    });
  });
});

Deno.test("a prefix declared on a presence reaches the others declared", async () => {
  await withJitsi(async (port) => {
    const client = new Client(port, await token("a"));
    await client.start();
    await client.join();
    await client.send(
      `<presence xmlns="jabber:client" xmlns:p="urn:p" to="${ROOM}/${client.nick}"><p:x p:y="1"/></presence>`,
    );
    // The client parses as strictly as a browser: an unbound prefix would throw here.
    const echo = await client.named("presence");
    assertEquals([elements(echo)[0]?.name, elements(echo)[0]?.ns], [
      "p:x",
      "urn:p",
    ]);
  });
});

Deno.test("pages of other sites cannot connect", async () => {
  await withJitsi(async (port) => {
    const from = async (origin: string) => {
      // fetch does not send an upgrade: the handshake is written by hand
      using connection = await Deno.connect({ hostname: "127.0.0.1", port });
      const lines = [
        "GET /xmpp-websocket HTTP/1.1",
        `Host: 127.0.0.1:${port}`,
        "Connection: Upgrade",
        "Upgrade: websocket",
        "Sec-WebSocket-Version: 13",
        "Sec-WebSocket-Protocol: xmpp",
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
        `Origin: ${origin}`,
      ];
      await connection.write(
        new TextEncoder().encode(lines.join("\r\n") + "\r\n\r\n"),
      );
      const answer = new Uint8Array(64);
      await connection.read(answer);
      return new TextDecoder().decode(answer).slice(9, 12);
    };
    assertEquals(await from("https://evil.example"), "403");
    assertEquals(await from("http://localhost.evil.example"), "403");
    assertEquals(await from("http://localhost:8000"), "101");
  });
});

Deno.test("a plain request to the socket's path is a sign of life, anything else is 501", async () => {
  await withJitsi(async (port) => {
    const alive = await fetch(`http://127.0.0.1:${port}/xmpp-websocket`);
    assertEquals(alive.status, 200);
    await alive.body?.cancel();
    const unknown = await fetch(`http://127.0.0.1:${port}/config.js`);
    assertEquals(unknown.status, 501);
    assert((await unknown.text()).includes("/config.js"));
  });
});
