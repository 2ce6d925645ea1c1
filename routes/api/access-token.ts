import { HttpError } from "fresh";
import { define } from "@/define.ts";
import { answer } from "@/services/api.ts";

/** The signed-in person's access token, for the channels of islands: short-lived, and for our own pages only. */
export const handler = define.handlers({
  GET: (ctx) =>
    answer(ctx, (person) => {
      const site = ctx.req.headers.get("Sec-Fetch-Site");
      if (site !== null && site !== "same-origin") {
        throw new HttpError(403, "forbidden");
      }
      return Promise.resolve({
        accessToken: person.accessToken,
        expiresAt: person.expiresAt.toString(),
      });
    }),
});
