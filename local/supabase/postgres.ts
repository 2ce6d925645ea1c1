import { join, resolve } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import postgres from "postgres";
import { freePort, isFree } from "./free_port.ts";
import {
  type PostgresBinaries,
  postgresBinaries,
} from "./postgres_binaries.ts";
import { exists, homeFolder, lockFolder } from "./postgres_folder.ts";

/** A running Postgres that belongs to this process. */
export interface Postgres extends AsyncDisposable {
  /** `postgres://supabase_admin:…@127.0.0.1:<port>/postgres`; holds the password, so it is not for logs. */
  url: string;
  port: number;
  /** Resolves when the server has ended, for whatever reason. */
  ended: Promise<void>;
  /** Ends the server: connected clients are cut, data is safe. */
  stop(): Promise<void>;
}

/** Where and how a Postgres runs. */
export interface PostgresOptions {
  /** Everything is kept below this folder; it is made when it is missing. */
  directory: string;
  /** 0 or none: the port of last time, or else any free one. */
  port?: number;
  /** The superuser's password of a new cluster; none: a random one, kept in the folder. */
  password?: string;
  /** Trades safety at a power cut for speed: for tests only. */
  throwaway?: boolean;
}

/** Postgres refuses to run as root: this is who it runs as then (nobody). */
const UNPRIVILEGED = { uid: 65534, gid: 65534 };
const SUPERUSER = "supabase_admin";
const START_LIMIT = 30_000;
const STOP_LIMIT = 1_500;

/**
 * Starts Postgres 17, making its cluster at the first time.
 * Throws when another process uses the folder, the port is taken or the server does not come up.
 */
export async function startPostgres(
  options: PostgresOptions,
): Promise<Postgres> {
  const asRoot = Deno.build.os !== "windows" && Deno.uid() === 0;
  const runAs = asRoot ? UNPRIVILEGED : {};
  const home = await homeFolder(resolve(options.directory), asRoot);
  const lock = await lockFolder(home);
  try {
    const binaries = await postgresBinaries(home, asRoot);
    const server = new Server(
      home,
      binaries,
      runAs,
      options.throwaway ?? false,
    );
    const password = await server.prepare(options.password);
    const port = options.port || await server.lastPort() || freePort();
    return await server.start(port, password, lock);
  } catch (error) {
    lock.close();
    throw error;
  }
}

/**
 * The address of the Postgres that another process runs on `directory`, once it answers.
 * Throws when it does not within half a minute.
 */
export async function attachedPostgres(directory: string): Promise<string> {
  const home = join(resolve(directory), "postgres");
  for (const end = Date.now() + START_LIMIT; Date.now() < end;) {
    const [port, password] = await Promise.all(
      ["port", "password"].map((name) =>
        Deno.readTextFile(join(home, name)).catch(() => "")
      ),
    );
    if (port && password && !isFree(Number(port))) {
      return address(Number(port), password);
    }
    await delay(50);
  }
  throw new Error(`No Postgres runs on ${home}`);
}

function address(port: number, password: string): string {
  return `postgres://${SUPERUSER}:${
    encodeURIComponent(password)
  }@127.0.0.1:${port}/postgres`;
}

class Server {
  readonly #cluster: string;

  constructor(
    readonly home: string,
    readonly binaries: PostgresBinaries,
    readonly runAs: { uid?: number; gid?: number },
    readonly throwaway: boolean,
  ) {
    this.#cluster = join(home, "cluster");
  }

  /** Makes the cluster when there is none, or ends the server that a killed process left behind. */
  async prepare(wanted?: string): Promise<string> {
    const passwordFile = join(this.home, "password");
    if (await exists(join(this.#cluster, "PG_VERSION"))) {
      await this.#stopOrphan();
      const kept = await Deno.readTextFile(passwordFile);
      if (wanted && wanted !== kept) {
        throw new Error(
          `The cluster in ${this.home} was made with another password (see ${passwordFile})`,
        );
      }
      return kept;
    }
    const password = wanted ?? crypto.randomUUID();
    await Deno.writeTextFile(passwordFile, password, { mode: 0o600 });
    await this.#own(passwordFile);
    await this.#initialise(passwordFile);
    return password;
  }

  async lastPort(): Promise<number | undefined> {
    const port = Number(
      await Deno.readTextFile(join(this.home, "port")).catch(() => "0"),
    );
    return port && isFree(port) ? port : undefined;
  }

  async start(
    port: number,
    password: string,
    lock: Disposable,
  ): Promise<Postgres> {
    if (!isFree(port)) {
      throw new Error(`Port ${port} is taken: give Postgres another one`);
    }
    await Deno.writeTextFile(join(this.home, "port"), String(port));
    const url = address(port, password);
    const child = this.#command(this.binaries.postgres, this.#settings(port))
      .spawn();
    const ended = child.status.then(() => lock[Symbol.dispose]());
    const stop = () => stopServer(child);
    try {
      await Promise.race([
        ready(url),
        ended.then(() =>
          Promise.reject(new Error("Postgres ended while it was starting"))
        ),
      ]);
    } catch (error) {
      await stop();
      throw new Error(
        `Postgres did not start, its log is in ${join(this.#cluster, "log")}`,
        { cause: error },
      );
    }
    return { url, port, ended, stop, [Symbol.asyncDispose]: stop };
  }

  #settings(port: number): string[] {
    const settings: Record<string, string> = {
      port: String(port),
      listen_addresses: "127.0.0.1",
      unix_socket_directories: "",
      logging_collector: "on",
      log_filename: "postgres-%a.log",
      log_truncate_on_rotation: "on",
      log_rotation_age: "1d",
      TimeZone: "UTC",
      // What EXPLAIN shows is as in Supabase's own image.
      effective_cache_size: "128MB",
      compute_query_id: "on",
      ...(this.throwaway
        ? { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }
        : {}),
    };
    const flags = Object.entries(settings).flatMap((
      [name, value],
    ) => ["-c", `${name}=${value}`]);
    return ["-D", this.#cluster, ...flags];
  }

  async #initialise(passwordFile: string): Promise<void> {
    // Made under another name and renamed: a cluster that was interrupted half-made is never taken for a whole one.
    const unfinished = `${this.#cluster}-unfinished`;
    await Deno.remove(unfinished, { recursive: true }).catch(() => {});
    await Deno.mkdir(unfinished, { mode: 0o700 });
    await this.#own(unfinished);
    const { success, stderr } = await this.#command(this.binaries.initdb, [
      ...["-D", unfinished, "-U", SUPERUSER, "-E", "UTF8", "--locale=C.UTF-8"],
      ...[
        "-A",
        "scram-sha-256",
        `--pwfile=${passwordFile}`,
        "--no-instructions",
      ],
      ...(this.throwaway ? ["--no-sync"] : []),
    ], "piped").output();
    if (!success) {
      throw new Error(`initdb failed: ${new TextDecoder().decode(stderr)}`);
    }
    await Deno.rename(unfinished, this.#cluster);
  }

  /** A server whose parent was killed still listens: it is asked to end, so that it can be started under a parent. */
  async #stopOrphan(): Promise<void> {
    const pidFile = await Deno.readTextFile(
      join(this.#cluster, "postmaster.pid"),
    ).catch(() => "");
    const port = Number(pidFile.split("\n")[3] ?? 0);
    if (!port || isFree(port)) return; // a stale file: Postgres itself handles it
    await this.#command(this.binaries.pgCtl, [
      "stop",
      "-D",
      this.#cluster,
      "-m",
      "fast",
      "-t",
      "10",
    ]).output();
  }

  #command(
    program: string,
    args: string[],
    stderr: "null" | "piped" = "null",
  ): Deno.Command {
    return new Deno.Command(program, {
      args,
      ...this.runAs,
      cwd: this.home,
      clearEnv: true,
      env: { PATH: "/usr/bin:/bin", LC_ALL: "C.UTF-8" },
      stdin: "null",
      stdout: "null",
      stderr,
    });
  }

  async #own(path: string): Promise<void> {
    const { uid, gid } = this.runAs;
    if (uid !== undefined && gid !== undefined) {
      await Deno.chown(path, uid, gid);
    }
  }
}

async function ready(url: string): Promise<void> {
  const sql = postgres(url, {
    max: 1,
    connect_timeout: 2,
    fetch_types: false,
    onnotice: () => {},
  });
  try {
    for (const end = Date.now() + START_LIMIT;;) {
      try {
        await sql`select 1`;
        return;
      } catch (error) {
        if (Date.now() > end) throw error;
        await delay(20);
      }
    }
  } finally {
    await sql.end({ timeout: 1 });
  }
}

async function stopServer(child: Deno.ChildProcess): Promise<void> {
  kill(child, "SIGINT"); // fast: cut the clients, write everything
  const limit = setTimeout(() => kill(child, "SIGQUIT"), STOP_LIMIT); // immediate: recovered at the next start
  await child.status;
  clearTimeout(limit);
}

function kill(child: Deno.ChildProcess, signal: Deno.Signal): void {
  try {
    child.kill(signal);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error; // it has ended already
  }
}
