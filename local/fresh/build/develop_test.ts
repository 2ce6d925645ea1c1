import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const SCRIPT = fileURLToPath(new URL("../tests/dev_app.ts", import.meta.url));

/** This edition's own configuration: the process needs no app's. */
const CONFIG = fileURLToPath(new URL("../deno.json", import.meta.url));

/** The dev server of an app that answers with one word. */
async function startDev() {
  const folder = await Deno.makeTempDir({ prefix: "dev-test-" });
  const write = (file: string, text: string) =>
    Deno.writeTextFile(join(folder, file), text);
  await Deno.mkdir(join(folder, "routes"));
  await write("word.ts", `export const word = "first";`);
  // Only a browser loads it, and only there it can be loaded.
  await write("late.ts", `import "browser-only";`);
  await write(
    "main.ts",
    `import { App } from "fresh"; export const app = new App().fsRoutes();`,
  );
  await write(
    "routes/index.ts",
    `import { word } from "../word.ts";
    export const late = () => import("../late.ts");
    const headers = { "Content-Type": "text/html" };
    export const handler = { GET: () => new Response("<p>" + word, { headers }) };`,
  );
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--no-lock", "--config", CONFIG, SCRIPT, folder],
    env: { DENO_SERVE_ADDRESS: "tcp:127.0.0.1:0", NO_COLOR: "1" },
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const output = child.stderr.pipeThrough(new TextDecoderStream());
  let said = "";
  for await (const text of output.values({ preventCancel: true })) {
    said += text;
    if (said.includes("Listening")) break;
  }
  const rest = output.pipeTo(new WritableStream());
  return {
    write,
    url: /http:\S+/.exec(said)?.[0] ?? "",
    async [Symbol.asyncDispose]() {
      child.kill("SIGTERM");
      await child.stdout.cancel();
      await rest;
      await child.status;
      await Deno.remove(folder, { recursive: true });
    },
  };
}

/** Waits for a page to be told that it should load itself again. */
async function reloadOf(url: string) {
  const response = await fetch(`${url}_fresh/dev/reload`);
  assert(response.body);
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  await reader.read(); // it is connected
  return async () => {
    const { value } = await reader.read();
    await reader.cancel();
    assertEquals(value, "data: reload\n\n");
  };
}

Deno.test("a change is served and pages load again; a syntax error is told on the page, and mended", async () => {
  await using dev = await startDev();
  const page = async () => {
    const response = await fetch(dev.url);
    return [response.status, await response.text()] as const;
  };
  const [, first] = await page();
  assertStringIncludes(first, "<p>first");
  assertStringIncludes(first, "EventSource");

  const changed = await reloadOf(dev.url);
  const began = performance.now();
  await dev.write("word.ts", `export const word = "second";`);
  await changed();
  assertStringIncludes((await page())[1], "<p>second");
  // A second on an idle machine; ours may be busy.
  assert(performance.now() - began < 5_000);

  const broken = await reloadOf(dev.url);
  await dev.write("word.ts", `export const word = ;`);
  await broken();
  const [status, text] = await page();
  assertEquals(status, 500);
  assertStringIncludes(text, "word.ts:1");

  const mended = await reloadOf(dev.url);
  await dev.write("word.ts", `export const word = "third";`);
  await mended();
  assertStringIncludes((await page())[1], "<p>third");
});
