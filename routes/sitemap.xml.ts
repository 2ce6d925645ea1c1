import { define } from "@/define.ts";
import { paths } from "@/domain/paths.ts";
import { env } from "@/env.ts";
import { languages } from "@/i18n/mod.ts";
import { listedSlugs } from "@/services/appointments/appointments.ts";

/** Every public page in every language. */
export const handler = define.handlers({
  GET: async () => {
    const slugs = await listedSlugs();
    const pages = languages.flatMap((language) => [
      paths.home(language),
      ...slugs.map((slug) => paths.doctor(language, slug)),
      paths.help(language),
      paths.privacy(language),
      paths.terms(language),
      paths.accessibility(language),
    ]);
    const urls = pages.map((path) =>
      `<url><loc>${env().PUBLIC_URL}${path}</loc></url>`
    );
    return new Response(
      `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${
        urls.join("")
      }</urlset>\n`,
      {
        headers: {
          "Content-Type": "application/xml; charset=utf-8",
          "Cache-Control": "public, max-age=3600",
        },
      },
    );
  },
});
