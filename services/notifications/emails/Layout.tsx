import type { ComponentChildren } from "preact";
import { type Language, languageTags } from "@/i18n/mod.ts";
import { colours, css, font, text } from "./style.ts";
import { Table } from "./Table.tsx";

/** The document around every e-mail: 600 px wide at most, and as narrow as 320. */
export function Layout(
  { language, subject, title, preheader, publicUrl, children }: {
    language: Language;
    subject: string;
    title: string;
    preheader: string;
    publicUrl: string;
    /** Rows of the table. */
    children: ComponentChildren;
  },
) {
  const lang = languageTags[language];
  return (
    <html lang={lang} dir="ltr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        {/* Telephones would make links of dates and hours. */}
        <meta name="format-detection" content="telephone=no, date=no" />
        <title>{subject}</title>
        <style>{css}</style>
      </head>
      <body
        class="ground"
        style={`margin:0;padding:0;background:${colours.ground};`}
      >
        <div style="display:none;max-height:0;overflow:hidden;">
          {preheader}
        </div>
        {/* Webmail drops the html element: language and direction are said again. */}
        <main lang={lang} dir="ltr">
          <Table class="ground" style={`background:${colours.ground};`}>
            <tr>
              <td class="pad" align="center" style="padding:24px;">
                <Table style="max-width:600px;text-align:left;">
                  <tr>
                    <td
                      class="ink"
                      style={`${font}padding:0 0 20px;font-size:22px;line-height:36px;font-weight:bold;color:${colours.brand};`}
                    >
                      <img
                        src={`${publicUrl}/logo.png`}
                        width={36}
                        height={36}
                        alt=""
                        style="border:0;border-radius:9px;vertical-align:middle;margin-right:10px;"
                      />
                      eConsult
                    </td>
                  </tr>
                  <tr>
                    <td
                      class="ink"
                      style={`${text("ink", 24, 30)}padding:0 0 12px;`}
                    >
                      <h1 style="margin:0;font-size:24px;line-height:30px;">
                        {title}
                      </h1>
                    </td>
                  </tr>
                  {children}
                </Table>
              </td>
            </tr>
          </Table>
        </main>
      </body>
    </html>
  );
}
