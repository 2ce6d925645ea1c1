import { define } from "@/define.ts";
import { paths } from "@/domain/paths.ts";

/** Where the QR code of a document leads: to the page in the visitor's language. */
export const handler = define.handlers({
  GET: (ctx) =>
    ctx.redirect(
      paths.verification(ctx.state.language, ctx.params.code ?? ""),
      303,
    ),
});
