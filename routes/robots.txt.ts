import { define } from "@/define.ts";
import { paths } from "@/domain/paths.ts";
import { env } from "@/env.ts";

/** For search engines: pages that nobody is to list say so themselves. */
export const handler = define.handlers({
  GET: () =>
    new Response(
      `User-agent: *\nDisallow: /api/\nSitemap: ${env().PUBLIC_URL}${paths.sitemap()}\n`,
      { headers: { "Content-Type": "text/plain; charset=utf-8" } },
    ),
});
