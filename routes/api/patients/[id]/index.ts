import { define } from "@/define.ts";
import { jsonHandler } from "@/services/http/json_handler.ts";
import { readPatientFile } from "@/services/practice/patient_file.ts";

/** The file of a patient of the doctor who asks, for the panel beside the call; the audit log notes it. */
export const handler = define.handlers({
  GET: (ctx) =>
    jsonHandler(ctx, (person) => readPatientFile(person, ctx.params.id)),
});
