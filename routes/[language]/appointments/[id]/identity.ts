import { define } from "@/define.ts";
import { paths } from "@/domain/paths.ts";
import { asId, confirmIdentity } from "@/services/appointments/appointments.ts";
import { readForm } from "@/services/http/form.ts";
import { requireDoctor } from "@/services/http/guard.ts";

/** The doctor has seen an identity document of the patient. */
export const handler = define.handlers({
  POST: async (ctx) => {
    const form = await readForm(ctx.req);
    const doctor = requireDoctor(ctx);
    const id = asId(ctx.params.id);
    const { language } = ctx.state;
    ctx.state.formPath = paths.workspace(language);
    await confirmIdentity(doctor, id);
    return ctx.redirect(
      form.get("from") === "consultation"
        ? paths.consultation(language, id)
        : paths.workspace(language),
      303,
    );
  },
});
