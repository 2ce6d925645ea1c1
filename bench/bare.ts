import { fileURLToPath } from "node:url";
import { withConfig } from "../local/deno.ts";

/** A running `bare_server.ts`; end it: `await using`. */
export interface BareServer extends AsyncDisposable {
  /** http://127.0.0.1:… */
  url: string;
}

/** Starts a server that does nothing but answer with these bytes and pass on what its WebSockets say. */
export async function bareServer(bytes: Uint8Array): Promise<BareServer> {
  const file = await Deno.makeTempFile();
  await Deno.writeFile(file, bytes);
  const process = new Deno.Command(Deno.execPath(), {
    args: withConfig([
      "run",
      "-A",
      fileURLToPath(new URL("./bare_server.ts", import.meta.url)),
      file,
    ]),
    stdout: "piped",
  }).spawn();
  const output = process.stdout.pipeThrough(new TextDecoderStream())
    .getReader();
  const { value } = await output.read();
  return {
    url: value?.trim() ?? "",
    async [Symbol.asyncDispose]() {
      await output.cancel();
      process.kill();
      await process.status;
      await Deno.remove(file);
    },
  };
}
