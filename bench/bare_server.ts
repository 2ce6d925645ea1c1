/**
 * The floors that are servers, in a process of their own as the app is: `GET /` answers with the bytes of a file,
 * with the headers that bytes of a page need, and a WebSocket tells every other one what it hears. main.ts reads
 * the address from the output.
 */
const [file = ""] = Deno.args;
const bytes = await Deno.readFile(file);
const others = new Set<WebSocket>();

Deno.serve({
  hostname: "127.0.0.1",
  port: 0,
  onListen: ({ port }) => console.log(`http://127.0.0.1:${port}`),
}, (request) => {
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
