import { define } from "@/define.ts";
import { archiveOf } from "@/services/documents/archive.ts";
import { listDocuments } from "@/services/documents/documents.ts";
import { requirePatient } from "@/services/http/guard.ts";

/** All documents of whoever asks and of those they act for, as one ZIP. */
export const handler = define.handlers({
  GET: async (ctx) => {
    const documents = await listDocuments(requirePatient(ctx));
    return new Response(archiveOf(documents, ctx.state.texts.documents), {
      headers: {
        "Content-Type": "application/zip",
        "Content-Disposition": 'attachment; filename="econsult-documents.zip"',
        "Cache-Control": "no-store",
      },
    });
  },
});
