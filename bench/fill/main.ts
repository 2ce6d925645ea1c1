/**
 * `deno task db:fill`: a national platform's worth of people in a running house on this machine: 5,000 doctors with
 * different hours, 200,000 patients with valid matricules, 1,000,000 appointments.
 *
 *   deno task start --data .local/filled &
 *   deno task db:fill --data .local/filled
 */
import { join } from "node:path";
import { parseArgs } from "node:util";
import { fill } from "./fill.ts";

const { values } = parseArgs({
  args: Deno.args,
  options: {
    data: { type: "string", default: ".local" },
    "postgres-port": { type: "string", default: "54322" },
    "database-url": { type: "string" },
    doctors: { type: "string", default: "5000" },
    patients: { type: "string", default: "200000" },
    appointments: { type: "string", default: "1000000" },
  },
});
const url = values["database-url"] ?? await houseUrl();
// Whoever fills a real database with invented people has mistaken the address.
if (!["127.0.0.1", "localhost", "[::1]"].includes(new URL(url).hostname)) {
  console.error("Only a database on this machine is filled.");
  Deno.exit(1);
}
await fill(url, {
  doctors: Number(values.doctors),
  patients: Number(values.patients),
  appointments: Number(values.appointments),
}, console.log);

async function houseUrl(): Promise<string> {
  const path = join(values.data, "secrets.json");
  const secrets: { POSTGRES_PASSWORD: string } = JSON.parse(
    await Deno.readTextFile(path),
  );
  return `postgres://supabase_admin:${secrets.POSTGRES_PASSWORD}@127.0.0.1:${
    values["postgres-port"]
  }/postgres`;
}
