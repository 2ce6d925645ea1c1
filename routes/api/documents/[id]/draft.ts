import { define } from "@/define.ts";
import { readDocument, saveDraft } from "@/services/documents/documents.ts";
import { readDraftForm } from "@/services/documents/form.ts";
import { readForm } from "@/services/http/form.ts";
import { jsonHandler } from "@/services/http/json_handler.ts";

/** Keeps a draft while it is typed: the form as it stands, by POST. */
export const handler = define.handlers({
  POST: (ctx) =>
    jsonHandler(ctx, async (person) => {
      const form = await readForm(ctx.req);
      const { id, kind } = await readDocument(person, ctx.params.id);
      const { content } = readDraftForm(kind, form);
      const version = Number(form.get("version"));
      return { version: await saveDraft(person, id, version, content) };
    }),
});
