import {
  assert,
  assertEquals,
  assertNotEquals,
  assertRejects,
} from "@std/assert";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { withConfig } from "./deno.ts";
import { startHouse } from "./house.ts";
import { freePorts } from "./ports.ts";

/** A folder with a space in its name, that Postgres' user can reach. */
async function folder(): Promise<string> {
  const path = await Deno.makeTempDir({ prefix: "a house " });
  await Deno.chmod(path, 0o711);
  return path;
}

/** Asks until it gets an answer, for a part that is being started again. */
async function answers(url: string): Promise<number> {
  for (const limit = Date.now() + 20_000;;) {
    try {
      const response = await fetch(url);
      await response.body?.cancel();
      return response.status;
    } catch (error) {
      if (Date.now() > limit) throw error;
      await new Promise((done) => setTimeout(done, 50));
    }
  }
}

/** Waits until a process is gone. */
async function gone(pid: number): Promise<boolean> {
  for (const limit = Date.now() + 10_000; Date.now() < limit;) {
    try {
      Deno.kill(pid, "SIGCONT");
      await new Promise((done) => setTimeout(done, 50));
    } catch {
      return true;
    }
  }
  return false;
}

Deno.test("a house of its own starts, mends itself and leaves nothing behind", async () => {
  const said: string[] = [];
  const house = await startHouse({
    ports: "free",
    data: "temp",
    app: false,
    say: (line) => said.push(line),
  });
  try {
    assertEquals(await answers(house.urls.carriers), 200);
    assertEquals(await answers(`${house.urls.jitsi}/xmpp-websocket`), 200);
    assertEquals(
      await answers(`${house.urls.supabase}/auth/v1/.well-known/jwks.json`),
      200,
    );
    assertEquals(
      said.filter((line) => line.includes(" ready on port ")).length,
      4,
    );

    const killed = house.pid("carriers");
    assert(killed);
    Deno.kill(killed, "SIGKILL");
    assert(await gone(killed));
    assertEquals(await answers(house.urls.carriers), 200);
    assertNotEquals(house.pid("carriers"), killed);
    assert(
      said.some((line) =>
        line.startsWith("carriers was ended by SIGKILL, starting it again")
      ),
    );
  } finally {
    const began = performance.now();
    await house.stop();
    assert(performance.now() - began < 3_000);
  }
  await assertRejects(() => fetch(house.urls.supabase));
  await assertRejects(() => Deno.stat(house.data), Deno.errors.NotFound);
});

Deno.test("what was there is there again; beginning anew keeps the keys and drops the data", async () => {
  const data = await folder();
  const start = (fresh: boolean) =>
    startHouse({ ports: "free", data, app: false, fresh });
  const send = async (house: Awaited<ReturnType<typeof start>>) => {
    const { TWILIO_ACCOUNT_SID: sid, TWILIO_AUTH_TOKEN: secret } =
      house.secrets;
    const response = await fetch(
      `${house.urls.carriers}/2010-04-01/Accounts/${sid}/Messages.json`,
      {
        method: "POST",
        headers: { authorization: `Basic ${btoa(`${sid}:${secret}`)}` },
        body: new URLSearchParams({
          To: "+352621123456",
          From: "eConsult",
          Body: "x",
        }),
      },
    );
    await response.body?.cancel();
  };
  const count = async (url: string) =>
    (await (await fetch(`${url}/api/messages`)).json()).length;
  try {
    let keys;
    {
      await using house = await start(false);
      keys = house.secrets;
      await send(house);
    }
    const { mode } = await Deno.stat(join(data, "secrets.json"));
    assertEquals((mode ?? 0) & 0o777, 0o600);
    {
      await using house = await start(false);
      assertEquals(house.secrets, keys);
      assertEquals(await count(house.urls.carriers), 1);
      const again = await assertRejects(() => start(false), Error);
      assert(again.message.includes("is used by another running house"));
    }
    await using house = await start(true);
    assertEquals(house.secrets, keys);
    assertEquals(await count(house.urls.carriers), 0);
  } finally {
    await Deno.remove(data, { recursive: true });
  }
});

Deno.test("a taken port is named, and nothing is started", async () => {
  const ports = freePorts();
  using _other = Deno.listen({ hostname: "127.0.0.1", port: ports.jitsi });
  const error = await assertRejects(
    () => startHouse({ ports, data: "temp", app: false }),
    Error,
  );
  assert(error.message.includes(`jitsi ${ports.jitsi}`));
});

Deno.test("the parts end by themselves when their supervisor is killed", async () => {
  const data = await folder();
  const script = fileURLToPath(new URL("./house_testing.ts", import.meta.url));
  const child = new Deno.Command(Deno.execPath(), {
    args: withConfig(["run", "-A", script, data]),
    stdout: "piped",
  }).spawn();
  const reader = child.stdout.pipeThrough(new TextDecoderStream()).getReader();
  const pids: number[] = JSON.parse((await reader.read()).value ?? "[]");
  child.kill("SIGKILL");
  await child.status;
  await reader.cancel();
  assertEquals(pids.length, 4);
  for (const pid of pids) {
    assert(await gone(pid), `process ${pid} is still there`);
  }
  await Deno.remove(data, { recursive: true });
});

Deno.test("the command line says what it does not understand", async () => {
  const run = async (...args: string[]) => {
    const script = fileURLToPath(new URL("./main.ts", import.meta.url));
    const command = new Deno.Command(Deno.execPath(), {
      args: withConfig(["run", "-A", script, ...args]),
    });
    const { code, stderr } = await command.output();
    return [code, new TextDecoder().decode(stderr)] as const;
  };
  const [code, text] = await run("--port", "many");
  assertEquals(code, 1);
  assert(text.startsWith("--port is not a port: many"));
  assertEquals((await run("--colour"))[0], 1);
  assertEquals((await run("--help"))[0], 0);
});
