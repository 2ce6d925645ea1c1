import { serveJitsi } from "./server.ts";

/** Jitsi as a program: configured by the environment, ended by SIGINT or SIGTERM. */
const jitsi = serveJitsi({
  port: Number(Deno.env.get("PORT") ?? 5280),
  hostname: Deno.env.get("HOSTNAME_TO_BIND") ?? "127.0.0.1",
  cache: Deno.env.get("JITSI_CACHE") ?? ".local/cache",
  library: Deno.env.get("JITSI_LIBRARY") ?? "",
  domain: Deno.env.get("JITSI_DOMAIN") ?? "meet.jitsi",
  appId: required("JITSI_APP_ID"),
  appSecret: required("JITSI_APP_SECRET"),
  origins: (Deno.env.get("JITSI_ORIGINS") ?? "").split(",").filter((one) =>
    one !== ""
  ),
  maxParticipants: Number(Deno.env.get("JITSI_MAX_PARTICIPANTS") ?? 3),
  resumeSeconds: 60,
  framesPerSecond: 50,
});
console.log(`jitsi: listening on http://localhost:${jitsi.port}`);
// Fetched now, so that the first call need not wait for it.
jitsi.library.load().then(
  ({ name }) => console.log(`jitsi: serves the library ${name}`),
  (error) => console.error(`jitsi: ${error}`),
);

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  Deno.addSignalListener(signal, async () => {
    await jitsi.close();
    Deno.exit();
  });
}

function required(name: string): string {
  const value = Deno.env.get(name);
  if (value) return value;
  console.error(`jitsi: ${name} is not set`);
  return Deno.exit(1);
}
