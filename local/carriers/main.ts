import { serveCarriers } from "./server.ts";

/** The carriers as a program: configured by the environment, ended by SIGINT or SIGTERM. */
const carriers = await serveCarriers({
  port: Number(Deno.env.get("PORT") ?? 8025),
  hostname: Deno.env.get("HOSTNAME_TO_BIND") ?? "127.0.0.1",
  data: Deno.env.get("CARRIERS_DATA") ?? ".local/carriers",
  twilio: {
    sid: required("TWILIO_ACCOUNT_SID"),
    token: required("TWILIO_AUTH_TOKEN"),
    from: Deno.env.get("TWILIO_FROM"),
  },
  mailgun: {
    domain: required("MAILGUN_DOMAIN"),
    key: required("MAILGUN_API_KEY"),
    signingKey: required("MAILGUN_WEBHOOK_SIGNING_KEY"),
    webhookUrl: Deno.env.get("MAILGUN_WEBHOOK_URL"),
  },
});
console.log(`carriers: listening on http://localhost:${carriers.port}`);

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  Deno.addSignalListener(signal, async () => {
    await carriers.close();
    Deno.exit();
  });
}

function required(name: string): string {
  const value = Deno.env.get(name);
  if (value) return value;
  console.error(`carriers: ${name} is not set`);
  return Deno.exit(1);
}
