import * as v from "valibot";
import { define } from "@/define.ts";
import { readJson } from "@/services/http/body.ts";
import { jsonHandler } from "@/services/http/json_handler.ts";
import { keepFreeNow, setFreeNow } from "@/services/practice/free_now.ts";

const Wanted = v.object({
  minutes: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(720)),
});

/** *Free now*: on for so many minutes or off (POST), and kept on while the doctor's page is open (PUT). */
export const handler = define.handlers({
  POST: (ctx) =>
    jsonHandler(ctx, async (person) => {
      const { minutes } = await readJson(ctx.req, Wanted);
      return { until: await setFreeNow(person, minutes) };
    }),
  PUT: (ctx) =>
    jsonHandler(
      ctx,
      async (person) => ({ until: await keepFreeNow(person) }),
    ),
});
