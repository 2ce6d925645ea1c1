import { define } from "@/define.ts";
import { paths } from "@/domain/paths.ts";
import { mayTry } from "@/services/auth/limits.ts";
import { exportArchive, readExport } from "@/services/export/archive.ts";
import { filesOf } from "@/services/export/files.ts";
import { readForm } from "@/services/http/form.ts";
import { requirePatient } from "@/services/http/guard.ts";
import { Problem } from "@/services/http/problem.ts";

/** All data of whoever asks and of those for whom they act, as one ZIP. By POST: it is counted, and noted. */
export const handler = define.handlers({
  // The way back from signing in.
  GET: (ctx) => ctx.redirect(paths.account(ctx.state.language), 303),
  POST: async (ctx) => {
    const { language, clientIp } = ctx.state;
    const person = requirePatient(ctx, await readForm(ctx.req));
    // The page that says why not.
    ctx.state.formPath = paths.account(language);
    if (!await mayTry("export", { clientIp })) {
      throw new Problem(429, "too_many_exports");
    }
    const record = await readExport(person);
    const day = record.exported_at.slice(0, 10);
    return new Response(
      exportArchive(record, filesOf(record, person), language),
      {
        headers: {
          "Content-Type": "application/zip",
          "Content-Disposition": `attachment; filename="eConsult-${day}.zip"`,
          "Cache-Control": "no-store",
        },
      },
    );
  },
});
