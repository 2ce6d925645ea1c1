// Postgres as a program of its own: deno run -A local/supabase/postgres_main.ts [--data .local] [--port 54322]
import { parseArgs } from "node:util";
import { startPostgres } from "./postgres.ts";
import { untilSignal } from "./signals.ts";

const { values } = parseArgs({
  args: Deno.args,
  options: {
    data: { type: "string", default: ".local" },
    port: { type: "string", default: "54322" },
  },
});
try {
  const postgres = await startPostgres({
    directory: values.data,
    port: Number(values.port),
    password: Deno.env.get("POSTGRES_PASSWORD"),
  });
  console.log(`Postgres is ready on 127.0.0.1:${postgres.port}`);
  const crashed = postgres.ended.then(() => "crashed");
  const why = await Promise.race([crashed, untilSignal()]);
  await postgres.stop();
  if (why === "crashed") throw new Error("Postgres ended by itself");
  Deno.exit(0);
} catch (error) {
  console.error(error);
  Deno.exit(1);
}
