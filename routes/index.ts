import { define } from "@/define.ts";
import { paths } from "@/domain/paths.ts";

/** `/` picks the language: of the last visit, of the browser, or French. */
export const handler = define.handlers({
  GET: (ctx) => {
    const answer = ctx.redirect(paths.home(ctx.state.language), 302);
    answer.headers.set("Vary", "Cookie, Accept-Language");
    return answer;
  },
});
