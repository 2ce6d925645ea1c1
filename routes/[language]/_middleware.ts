import { HttpError } from "fresh";
import { define } from "@/define.ts";
import { isLanguage } from "@/i18n/mod.ts";
import { readLanguage, rememberLanguage } from "@/services/http/language.ts";

/** The first segment is a language of ours, or there is no such page. The one that was chosen is remembered. */
export default define.middleware((ctx) => {
  const { language } = ctx.params;
  if (!isLanguage(language)) throw new HttpError(404);
  if (ctx.req.method === "GET" && readLanguage(ctx.req) !== language) {
    rememberLanguage(ctx.state.responseHeaders, language);
  }
  return ctx.next();
});
