import { define } from "@/define.ts";
import { readBody } from "@/services/http/body.ts";
import { jsonHandler } from "@/services/http/json_handler.ts";
import { requirePerson } from "@/services/http/guard.ts";

/** What a line is measured with, in bytes: a quarter of a second at 16 Mbit/s. */
const SAMPLE = 512 * 1024;

/** Made once: nobody compresses it, and it says nothing. */
const sample = new Uint8Array(SAMPLE);
for (let from = 0; from < SAMPLE; from += 65_536) {
  crypto.getRandomValues(sample.subarray(from, from + 65_536));
}

/** Bytes to receive and to send, with which a signed-in person's browser measures its line (browser/network_check.ts). */
export const handler = define.handlers({
  GET: (ctx) => {
    requirePerson(ctx);
    return new Response(sample, {
      headers: {
        "Cache-Control": "no-store",
        "Content-Type": "application/octet-stream",
      },
    });
  },
  POST: (ctx) =>
    jsonHandler(ctx, async () => {
      await readBody(ctx.req, SAMPLE);
    }),
});
