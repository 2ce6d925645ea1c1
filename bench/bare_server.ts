/**
 * The floors that are servers, in a process of their own as the app is: `GET /` answers with the bytes of a file,
 * with the headers that bytes of a page need, `POST /` writes what comes to a file, and a WebSocket tells every other
 * one what it hears. main.ts reads the address from the output.
 */
const [file = ""] = Deno.args;
const bytes = await Deno.readFile(file);
const others = new Set<WebSocket>();

Deno.serve({
  hostname: "127.0.0.1",
  port: 0,
  onListen: ({ port }) => console.log(`http://127.0.0.1:${port}`),
}, async (request) => {
  if (request.method === "POST") return await keep(request);
  if (request.headers.get("upgrade") !== "websocket") {
    return new Response(bytes, {
      headers: { "Content-Type": "text/html; charset=utf-8" },
    });
  }
  const { socket, response } = Deno.upgradeWebSocket(request);
  socket.onopen = () => others.add(socket);
  socket.onclose = () => others.delete(socket);
  socket.onmessage = ({ data }) => {
    for (const other of others) if (other !== socket) other.send(data);
  };
  return response;
});

async function keep({ body }: Request): Promise<Response> {
  const kept = await Deno.makeTempFile();
  try {
    using target = await Deno.open(kept, { write: true });
    for await (const chunk of body ?? []) {
      for (let at = 0; at < chunk.length;) {
        at += await target.write(chunk.subarray(at));
      }
    }
    await target.sync();
    return new Response();
  } finally {
    await Deno.remove(kept);
  }
}
