import { assertEquals } from "@std/assert";
import { App } from "./app.ts";
import { FakeServer } from "./test_utils.ts";

/** What a server answers to one message, and what it has noted when the socket is closed. */
async function talk(app: App<unknown>, protocols: string[] = []) {
  await using server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    app.handler(),
  );
  const url = `ws://127.0.0.1:${server.addr.port}/ws`;
  const socket = new WebSocket(url, protocols);
  const answer = await new Promise<unknown>((resolve, reject) => {
    socket.onopen = () => socket.send("hello");
    socket.onmessage = ({ data }) => resolve(data);
    socket.onerror = reject;
  });
  const { protocol } = socket;
  await new Promise((resolve) => {
    socket.onclose = resolve;
    socket.close(4000, "enough");
  });
  return { answer, protocol };
}

Deno.test("what is not a WebSocket is 400", async () => {
  const app = new App().get("/a", (ctx) => ctx.upgrade({ message() {} }))
    .get("/b", (ctx) => ctx.upgrade().response).ws("/c", { message() {} });
  const server = new FakeServer(app.handler());
  for (const path of ["/a", "/b", "/c"]) {
    const response = await server.get(path);
    assertEquals(response.status, 400);
    await response.body?.cancel();
  }
});

Deno.test("handlers hear of opening, messages and closing", async () => {
  const closed = Promise.withResolvers<void>();
  const heard: string[] = [];
  const app = new App().ws("/ws", {
    open: () => void heard.push("open"),
    message(socket, event) {
      heard.push("message");
      socket.send(`echo: ${event.data}`);
    },
    close(_socket, code, reason) {
      heard.push(`close ${code} ${reason}`);
      closed.resolve();
    },
  });
  assertEquals((await talk(app)).answer, "echo: hello");
  await closed.promise;
  assertEquals(heard, [
    "open",
    "message",
    "close 4000 enough",
  ]);
});

Deno.test("a socket can be had bare, with a protocol", async () => {
  const app = new App().get("/ws", (ctx) => {
    const { socket, response } = ctx.upgrade({ protocol: "chat" });
    socket.onmessage = (event) => socket.send(`bare: ${event.data}`);
    return response;
  });
  assertEquals(await talk(app, ["chat"]), {
    answer: "bare: hello",
    protocol: "chat",
  });
});
