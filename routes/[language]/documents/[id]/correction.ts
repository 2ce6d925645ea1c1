import { define } from "@/define.ts";
import { paths } from "@/domain/paths.ts";
import { asId } from "@/services/appointments/appointments.ts";
import { documentActs } from "@/services/documents/documents.ts";
import { requireDoctor } from "@/services/http/guard.ts";

/** Begins the draft that takes the place of a document. */
export const handler = define.handlers({
  POST: async (ctx) => {
    const person = requireDoctor(ctx);
    const id = asId(ctx.params.id);
    ctx.state.formPath = paths.document(ctx.state.language, id);
    const draft = await documentActs.correct(person, id);
    return ctx.redirect(paths.document(ctx.state.language, draft), 303);
  },
});
