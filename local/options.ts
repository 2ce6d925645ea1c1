import { parseArgs } from "node:util";
import { DEFAULT_PORTS, type Ports } from "./ports.ts";

const HELP = `deno task start [options]

  --fresh                  begin anew with the seed
  --dev                    rebuild and reload the app at every change
  --data <folder>          where everything is kept (.local)
  --port <n>               the app (8000)
  --supabase-port <n>      54321
  --postgres-port <n>      54322
  --jitsi-port <n>         5280
  --carriers-port <n>      8025
  --port-offset <n>        added to each port that is not named (also PORT_OFFSET)

DATABASE_URL names another Postgres 17 to use, as its superuser.
`;

/** What the command line says. */
export interface Options {
  fresh: boolean;
  dev: boolean;
  data: string | undefined;
  databaseUrl: string | undefined;
  ports: Ports;
}

/** Reads the arguments; ends the program after `--help` and on what it does not understand. */
export function readOptions(
  args: string[],
  env: Record<string, string | undefined>,
): Options {
  try {
    const { values } = parse(args);
    if (values.help) return leave(0, HELP);
    const offset = number(
      "--port-offset",
      values["port-offset"] ?? env.PORT_OFFSET ?? "0",
    );
    const port = (
      part: keyof Ports,
      flag: "port" | `${"supabase" | "postgres" | "jitsi" | "carriers"}-port`,
    ) =>
      values[flag] === undefined
        ? DEFAULT_PORTS[part] + offset
        : number(`--${flag}`, values[flag]);
    const ports = {
      app: port("app", "port"),
      supabase: port("supabase", "supabase-port"),
      postgres: port("postgres", "postgres-port"),
      jitsi: port("jitsi", "jitsi-port"),
      carriers: port("carriers", "carriers-port"),
    };
    return {
      fresh: values.fresh ?? false,
      dev: values.dev ?? false,
      data: values.data,
      databaseUrl: env.DATABASE_URL || undefined,
      ports,
    };
  } catch (error) {
    return leave(
      1,
      `${error instanceof Error ? error.message : error}\n\n${HELP}`,
    );
  }
}

function parse(args: string[]) {
  const text = { type: "string" } as const; // the literal selects the option's type
  const flag = { type: "boolean" } as const;
  const ports = {
    port: text,
    "supabase-port": text,
    "postgres-port": text,
    "jitsi-port": text,
    "carriers-port": text,
  };
  return parseArgs({
    args,
    options: {
      fresh: flag,
      dev: flag,
      help: flag,
      data: text,
      "port-offset": text,
      ...ports,
    },
  });
}

function number(name: string, value: string): number {
  const port = Number(value);
  if (Number.isInteger(port) && port >= 0 && port < 65536) return port;
  throw new Error(`${name} is not a port: ${value}`);
}

function leave(code: number, text: string): never {
  console.error(text);
  Deno.exit(code);
}
