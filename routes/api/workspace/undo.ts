import * as v from "valibot";
import { define } from "@/define.ts";
import { readJson } from "@/services/http/body.ts";
import { jsonHandler } from "@/services/http/json_handler.ts";
import {
  undoCancellation,
  undoNoShow,
} from "@/services/practice/cancellations.ts";

const Undo = v.union([
  v.object({ cancelled_at: v.pipe(v.string(), v.isoTimestamp()) }),
  v.object({ no_show: v.pipe(v.string(), v.uuid()) }),
]);

/** Takes back a cancellation or a no-show of the doctor, while nobody was told. */
export const handler = define.handlers({
  POST: (ctx) =>
    jsonHandler(ctx, async (person) => {
      const undo = await readJson(ctx.req, Undo);
      await ("no_show" in undo
        ? undoNoShow(person, undo.no_show)
        : undoCancellation(person, undo.cancelled_at));
    }),
});
