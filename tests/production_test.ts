import { assert, assertEquals } from "@std/assert";
import { delay } from "@std/async";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { paths } from "../domain/paths.ts";
import { freePorts } from "../local/ports.ts";
import { serveRegistry } from "./production_testing.ts";

const ROOT = fileURLToPath(new URL("../", import.meta.url));

/** What a host has that reaches the registry: the repository without `local/` and its configuration. */
async function copyWithoutLocal(): Promise<string> {
  const folder = await Deno.makeTempDir({ prefix: "production-" });
  const list = await new Deno.Command("git", {
    args: ["ls-files", "-z"],
    cwd: ROOT,
  }).output();
  for (const path of new TextDecoder().decode(list.stdout).split("\0")) {
    if (!path || /^(local|tests|docs|bench)\/|^deno\.local\./.test(path)) {
      continue;
    }
    await Deno.mkdir(join(folder, dirname(path)), { recursive: true });
    await Deno.copyFile(join(ROOT, path), join(folder, path));
  }
  return folder;
}

/** The variables of `.env.example`; nobody answers where they lead. */
async function exampleEnv(): Promise<Record<string, string>> {
  const text = await Deno.readTextFile(join(ROOT, ".env.example"));
  const pairs = text.matchAll(/^([A-Z_0-9]+)=(.*)$/gm);
  return {
    ...Object.fromEntries([...pairs].map(([, name, value]) => [name, value])),
    SUPABASE_URL: "http://127.0.0.1:9",
  };
}

Deno.test("production is built from the registry's packages and from no file of local/", async (t) => {
  await using registry = await serveRegistry();
  const folder = await copyWithoutLocal();
  const env = { ...await exampleEnv(), JSR_URL: registry.url, NO_COLOR: "1" };
  const deno = (args: string[]) =>
    new Deno.Command(Deno.execPath(), { args, cwd: folder, env });
  const output = async (args: string[]) => {
    const { success, stdout, stderr } = await deno(args).output();
    assert(success, new TextDecoder().decode(stderr).slice(-2_000));
    return new TextDecoder().decode(stdout);
  };
  try {
    await t.step("deno task build", async () => {
      await output(["task", "build"]);
    });
    await t.step(
      "its modules are the repository's, npm's and the registry's",
      async () => {
        const text = await output(["info", "--json", "_fresh/server.js"]);
        const { modules }: {
          modules: { specifier: string; error?: string }[];
        } = JSON.parse(text);
        assertEquals(modules.filter(({ error }) => error !== undefined), []);
        const specifiers = modules.map(({ specifier }) => specifier);
        const from = (start: string) =>
          specifiers.filter((one) => one.startsWith(start)).length;
        assert(from(`${registry.url}@fresh/core/`) > 10);
        assert(from(`file://${folder}/`) > 150);
        assertEquals(from(`file://${ROOT}`), 0);
        assertEquals(specifiers.filter((one) => /\/local\//.test(one)), []);
      },
    );
    await t.step("deno task serve answers", async () => {
      const port = freePorts().app;
      await using _server = {
        child: deno([
          ...["serve", "-A", "--host", "127.0.0.1"],
          ...["--port", String(port), "_fresh/server.js"],
        ]).spawn(),
        async [Symbol.asyncDispose]() {
          this.child.kill("SIGKILL");
          await this.child.status;
        },
      };
      const url = `http://127.0.0.1:${port}`;
      const status = (path: string) =>
        fetch(url + path).then(async (response) => {
          await response.body?.cancel();
          return response.status;
        }, () => 0);
      const signal = AbortSignal.timeout(20_000);
      while (await status(paths.health()) !== 200) await delay(100, { signal });
      assertEquals(await status(paths.signIn("fr")), 200);
      assertEquals(await status("/styles/main.css"), 200);
    });
  } finally {
    await Deno.remove(folder, { recursive: true });
    await forget(registry.url);
  }
});

/** Deno keeps what it has downloaded; nobody asks for this registry again. */
async function forget(url: string): Promise<void> {
  const { stdout } = await new Deno.Command(Deno.execPath(), {
    args: ["info", "--json"],
  }).output();
  const { modulesCache }: { modulesCache: string } = JSON.parse(
    new TextDecoder().decode(stdout),
  );
  const { hostname, port } = new URL(url);
  await Deno.remove(join(modulesCache, "http", `${hostname}_PORT${port}`), {
    recursive: true,
  });
}
