import { join } from "node:path";
import { type House, startHouse } from "./house.ts";
import { readOptions } from "./options.ts";

/** `deno task start`: everything on this machine, until Ctrl-C. */
const began = performance.now();
const options = readOptions(Deno.args, Deno.env.toObject());
const stopping = new AbortController();
const starting = startHouse({
  ...options,
  signal: stopping.signal,
  say: (line) => stopping.signal.aborted || console.log(line),
});

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  if (Deno.build.os !== "windows" || signal === "SIGINT") {
    Deno.addSignalListener(signal, stop);
  }
}

try {
  const house = await starting;
  if (!stopping.signal.aborted) await welcome(house);
} catch (error) {
  if (stopping.signal.aborted) Deno.exit();
  console.error(error instanceof Error ? error.message : error);
  Deno.exit(1);
}

async function welcome({ urls, data }: House) {
  console.log(`
  eConsult  ${urls.app}
  Inbox     ${urls.carriers}   (every SMS and e-mail)
  Supabase  ${urls.supabase}
  Jitsi     ${urls.jitsi}
  Postgres  ${new URL(urls.database).host}   (password in ${
    join(data, "secrets.json")
  })
`);
  await showAccounts();
  console.log(
    `Ready in ${
      ((performance.now() - began) / 1000).toFixed(1)
    } s. Ctrl-C ends all.`,
  );
}

/** Who can sign in, as the seed's author wrote it down. */
async function showAccounts() {
  const file = new URL("../supabase/seed.accounts.json", import.meta.url);
  const accounts: {
    name: string;
    kind: string;
    email: string;
    password: string;
  }[] = JSON.parse(
    await Deno.readTextFile(file),
  );
  const width = Math.max(...accounts.map((one) => one.email.length));
  for (const { kind, email, password, name } of accounts) {
    console.log(
      `  ${kind.padEnd(8)}${email.padEnd(width + 2)}${password}  ${name}`,
    );
  }
  console.log();
}

async function stop() {
  if (stopping.signal.aborted) return;
  stopping.abort();
  console.log("\nStopping…");
  const house = await starting.catch(() => undefined);
  await house?.stop();
  Deno.exit();
}
