import * as v from "valibot";
import { define } from "@/define.ts";
import { readJson } from "@/services/http/body.ts";
import { jsonHandler } from "@/services/http/json_handler.ts";
import { saveNotes } from "@/services/practice/patient_file.ts";

const Notes = v.object({ body: v.pipe(v.string(), v.maxLength(20_000)) });

/** The doctor's own notes about a patient, saved as they are typed. */
export const handler = define.handlers({
  PUT: (ctx) =>
    jsonHandler(ctx, async (person) => {
      const { body } = await readJson(ctx.req, Notes);
      return { saved_at: await saveNotes(person, ctx.params.id, body) };
    }),
});
