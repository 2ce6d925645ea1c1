import { HttpError } from "fresh";
import { define } from "@/define.ts";
import { jsonHandler } from "@/services/http/json_handler.ts";

/** The signed-in person's access token, for the channels of islands: short-lived, and for our own pages only. */
export const handler = define.handlers({
  GET: (ctx) =>
    jsonHandler(ctx, (person) => {
      const site = ctx.req.headers.get("Sec-Fetch-Site");
      if (site !== null && site !== "same-origin") {
        throw new HttpError(403, "forbidden");
      }
      return Promise.resolve({
        accessToken: person.accessToken,
        expiresAt: person.expiresAt.toString(),
        // The browser counts from here: a device's own clock may be hours off.
        now: Temporal.Now.instant().toString(),
      });
    }),
});
