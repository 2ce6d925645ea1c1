import { cpuUsage } from "node:process";

// Started by fresh.ts with the server.js of a build, or without for a bare
// answer; fresh.ts reads the address from the output.
const [server] = Deno.args;
const handler: Deno.ServeHandler = server === undefined
  ? () => new Response("ok")
  : (await import(server)).default.fetch;

Deno.serve({
  hostname: "127.0.0.1",
  port: 0,
  onListen: ({ port }) => console.log(`http://127.0.0.1:${port}`),
}, (req, info) => {
  if (!req.url.endsWith("/cpu")) return handler(req, info);
  const { user, system } = cpuUsage();
  return new Response(String(user + system));
});
