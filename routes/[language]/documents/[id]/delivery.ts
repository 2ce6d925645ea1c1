import { define } from "@/define.ts";
import { paths } from "@/domain/paths.ts";
import { documentActs, readDocument } from "@/services/documents/documents.ts";
import { documentsChanged } from "@/services/documents/signal.ts";
import { readForm } from "@/services/http/form.ts";
import { requireDoctor } from "@/services/http/guard.ts";

/** Sends a failed delivery again, to another address when one was given. */
export const handler = define.handlers({
  POST: async (ctx) => {
    const form = await readForm(ctx.req);
    const person = requireDoctor(ctx, form);
    const { id } = await readDocument(person, ctx.params.id);
    const path = paths.document(ctx.state.language, id);
    ctx.state.formPath = path;
    const address = String(form.get("address") ?? "").trim();
    await documentActs.retry(
      person,
      String(form.get("delivery")),
      /^[^@\s]+@[^@\s]+$/.test(address) ? address : null,
    );
    documentsChanged();
    return ctx.redirect(path, 303);
  },
});
