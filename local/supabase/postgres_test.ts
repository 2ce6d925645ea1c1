import { assert, assertEquals, assertRejects } from "@std/assert";
import { join } from "node:path";
import { withConfig } from "../deno.ts";
import { openDatabase } from "./database.ts";
import { attachedPostgres, type Postgres, startPostgres } from "./postgres.ts";
import { lockFolder } from "./postgres_folder.ts";

const MAIN = new URL("./postgres_main.ts", import.meta.url).pathname;

/** A folder with a space in its name, reachable for Postgres' own user. */
async function temporaryFolder() {
  const folder = await Deno.makeTempDir({ prefix: "postgres test " });
  await Deno.chmod(folder, 0o711);
  return {
    folder,
    [Symbol.asyncDispose]: () => Deno.remove(folder, { recursive: true }),
  };
}

/** Postgres as a program of its own, once it is ready. */
async function program(folder: string) {
  const child = new Deno.Command(Deno.execPath(), {
    args: withConfig(["run", "-A", MAIN, "--data", folder, "--port", "0"]),
    stdout: "piped",
    stderr: "null",
  }).spawn();
  const reader = child.stdout.pipeThrough(new TextDecoderStream()).getReader();
  const { value } = await reader.read();
  assert(value?.startsWith("Postgres is ready on 127.0.0.1:"), value);
  return {
    async end(signal: Deno.Signal) {
      child.kill(signal);
      const { code } = await child.status;
      await reader.cancel();
      return code;
    },
  };
}

Deno.test("a second start finds the data and the port of the first", async () => {
  await using temporary = await temporaryFolder();
  let first: Postgres;
  {
    first = await startPostgres({
      directory: temporary.folder,
      throwaway: true,
    });
    await using _first = first;
    await using db = await openDatabase({ url: first.url });
    await db.admin`create table public.kept as select 1 as one`;
    await assertRejects(
      () => startPostgres({ directory: temporary.folder }),
      Error,
      "is used by another running Postgres",
    );
  }
  await using second = await startPostgres({
    directory: temporary.folder,
    throwaway: true,
  });
  assertEquals(second.url, first.url);
  await using db = await openDatabase({ url: second.url });
  assertEquals((await db.admin`select one from public.kept`)[0]?.one, 1);
});

Deno.test("a taken port is named", async () => {
  await using temporary = await temporaryFolder();
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = listener.addr;
  await assertRejects(
    () => startPostgres({ directory: temporary.folder, port, throwaway: true }),
    Error,
    `Port ${port} is taken`,
  );
});

Deno.test("pools and listeners survive kill -9 of the program that runs Postgres, and every committed row", async () => {
  await using temporary = await temporaryFolder();
  const first = await program(temporary.folder);
  const url = await attachedPostgres(temporary.folder);
  await using db = await openDatabase({ url });
  await db.admin`create table public.kept (id int)`;
  const heard: string[] = [];
  const again = Promise.withResolvers<void>();
  await using _listening = await db.listen(
    "news",
    (payload) => void heard.push(payload),
    () => again.resolve(),
  );
  for (let id = 0; id < 100; id++) {
    await db.admin`insert into public.kept values (${id})`;
  }
  assert(await first.end("SIGKILL") !== 0);

  const second = await program(temporary.folder); // ends the server that the first one left behind
  assertEquals(await attachedPostgres(temporary.folder), url);
  await again.promise;
  assertEquals(
    (await answer(() =>
      db.admin`select count(*)::int as count from public.kept`
    ))[0]?.count,
    100,
  );
  await db.admin`select pg_notify('news', 'after')`;
  while (heard.length === 0) await db.admin`select 1`;
  assertEquals(heard, ["after"]);
  assertEquals(await second.end("SIGTERM"), 0);
});

Deno.test("a cluster made with another password is not touched", async () => {
  await using temporary = await temporaryFolder();
  await (await startPostgres({ directory: temporary.folder, throwaway: true }))
    .stop();
  await assertRejects(
    () => startPostgres({ directory: temporary.folder, password: "other" }),
    Error,
    "another password",
  );
  assert(
    (await Deno.stat(
      join(temporary.folder, "postgres", "cluster", "PG_VERSION"),
    )).isFile,
  );
});

/** The answer of a pool whose connections were cut a moment ago: the first call on each may still fail. */
async function answer<T>(ask: () => PromiseLike<T>): Promise<T> {
  for (let attempt = 0;; attempt++) {
    try {
      return await ask();
    } catch (error) {
      if (attempt === 20) throw error;
    }
  }
}

Deno.test("a folder that is let go a moment later is waited for, one that stays in use is refused", async () => {
  await using temporary = await temporaryFolder();
  const first = await lockFolder(temporary.folder);
  const second = lockFolder(temporary.folder);
  first.close();
  using _held = await second;
  await assertRejects(
    () => lockFolder(temporary.folder),
    Error,
    "used by another",
  );
});
