import { assertMatch } from "@std/assert";
import { fileURLToPath } from "node:url";
import { withConfig } from "../local/deno.ts";
import { house } from "./house.ts";

Deno.test("in development the app is bundled, and answers", async () => {
  const child = new Deno.Command(Deno.execPath(), {
    args: withConfig(["run", "-A", "dev.ts"]),
    cwd: fileURLToPath(new URL("../", import.meta.url)),
    env: {
      ...house().env,
      DENO_SERVE_ADDRESS: "tcp:127.0.0.1:0",
      NO_COLOR: "1",
    },
    stdout: "null",
    stderr: "piped",
  }).spawn();
  try {
    const said = child.stderr.pipeThrough(new TextDecoderStream());
    let text = "";
    for await (const part of said.values({ preventCancel: true })) {
      text += part;
      if (/Listening on \S+/.test(text)) break;
    }
    const rest = said.pipeTo(new WritableStream());
    const [url = ""] = /http:\S+/.exec(text) ?? [];
    const answer = await fetch(new URL("/fr/help", url));
    assertMatch(await answer.text(), /<h1[^>]*>Aide/);
    child.kill("SIGTERM");
    await rest;
  } finally {
    await child.status;
  }
});
