import { define } from "@/define.ts";
import { env } from "@/env.ts";
import {
  readDocument,
  readPdf,
  readPrintable,
} from "@/services/documents/documents.ts";
import { renderDocument } from "@/services/documents/render.ts";
import { sign } from "@/services/documents/signature/signer.ts";
import { requirePerson } from "@/services/http/guard.ts";

/** The PDF: of a draft the preview, else the bytes that everybody got. */
export const handler = define.handlers({
  GET: async (ctx) => {
    const person = requirePerson(ctx);
    const document = await readDocument(person, ctx.params.id);
    const sheet = ctx.url.searchParams.get("sheet") === "employer"
      ? "employer" as const
      : undefined;
    const pdf = document.state === "draft"
      ? new Uint8Array(
        await renderDocument(
          await readPrintable(person, document.id),
          env().PUBLIC_URL,
          sign,
        ),
      )
      : await readPdf(document, sheet);
    return new Response(pdf, {
      headers: {
        "Content-Type": "application/pdf",
        "Content-Disposition": `inline; filename="${
          document.number ?? "preview"
        }.pdf"`,
        "Cache-Control": "no-store",
      },
    });
  },
});
