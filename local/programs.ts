import { join } from "node:path";
import { supabaseEnvironment } from "./environment.ts";
import type { Ports } from "./ports.ts";
import type { Secrets } from "./secrets.ts";

/** What the programs are told. */
export interface Plan {
  /** The repository's root. */
  root: string;
  /** The data folder. */
  data: string;
  ports: Ports;
  secrets: Secrets;
  /** The app's environment. */
  env: Record<string, string>;
  /** A superuser's address, and whether that Postgres is a part of the house. */
  database: { url: string; own: boolean };
  /** The app by its dev server instead of its build. */
  dev: boolean;
}

/** How to run one program: arguments for `deno`, and its environment. */
export interface Program {
  args: string[];
  env: Record<string, string>;
}

/** Every part of the house as a program; `server` is the app's, as built. */
export function programs(
  plan: Plan,
  server: string,
): Record<keyof Ports, Program> {
  const { root, data, ports, secrets, env, dev, database } = plan;
  const run = (
    file: string,
    ...args: string[]
  ) => ["run", "-A", `local/${file}`, ...args];
  const shared = ["--data", join(data, "supabase"), "--port"];
  return {
    postgres: {
      args: run("supabase/postgres_main.ts", ...shared, String(ports.postgres)),
      env: { POSTGRES_PASSWORD: secrets.POSTGRES_PASSWORD },
    },
    supabase: {
      args: run(
        "supabase/main.ts",
        ...shared,
        String(ports.supabase),
        "--workdir",
        root,
      ),
      env: {
        ...supabaseEnvironment(ports, secrets),
        DATABASE_URL: database.url,
      },
    },
    jitsi: {
      args: run("jitsi/main.ts"),
      env: {
        ...pick(env, "JITSI_"),
        PORT: String(ports.jitsi),
        JITSI_CACHE: join(root, ".local", "cache"),
      },
    },
    carriers: {
      args: [
        "run",
        "-A",
        "--unstable-no-legacy-abort",
        "local/carriers/main.ts",
      ],
      env: {
        ...pick(env, "TWILIO_"),
        ...pick(env, "MAILGUN_"),
        MAILGUN_WEBHOOK_URL: `${env.PUBLIC_URL}/api/hooks/mailgun`,
        PORT: String(ports.carriers),
        CARRIERS_DATA: join(data, "carriers"),
      },
    },
    app: dev
      // Fresh's dev server takes no port from outside; Deno itself does.
      ? {
        args: ["run", "-A", "dev.ts"],
        env: { ...env, DENO_SERVE_ADDRESS: `tcp:127.0.0.1:${ports.app}` },
      }
      : {
        args: [
          "serve",
          "-A",
          "--host",
          "127.0.0.1",
          "--port",
          String(ports.app),
          server,
        ],
        env,
      },
  };
}

function pick(
  env: Record<string, string>,
  prefix: string,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter(([name]) => name.startsWith(prefix)),
  );
}
