import { define } from "@/define.ts";
import { isDocumentReady } from "@/services/documents/documents.ts";
import { jsonHandler } from "@/services/http/json_handler.ts";

/** Whether the PDF of a document is there, for its open page. */
export const handler = define.handlers({
  GET: (ctx) =>
    jsonHandler(ctx, async (person) => ({
      ready: await isDocumentReady(person, ctx.params.id),
    })),
});
