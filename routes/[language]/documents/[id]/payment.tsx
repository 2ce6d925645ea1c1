import { HttpError, page } from "fresh";
import { Button } from "@/components/ui/Button.tsx";
import { ErrorSummary } from "@/components/ui/ErrorSummary.tsx";
import { FieldFrame, fieldIds } from "@/components/ui/FieldFrame.tsx";
import { define } from "@/define.ts";
import { ATTACHMENT_MAX } from "@/domain/attachments.ts";
import { paths } from "@/domain/paths.ts";
import { readDocument } from "@/services/documents/documents.ts";
import { cleanProof, sendPayment } from "@/services/documents/payment.ts";
import { documentsChanged } from "@/services/documents/signal.ts";
import { readBody } from "@/services/http/body.ts";
import {
  readOutcome,
  redirectWithOutcome,
} from "@/services/http/form_outcome.ts";
import { requirePatient } from "@/services/http/guard.ts";

/** Room for the form around the file, in bytes. */
const FORM_MAX = 64 * 1024;

export const handler = define.handlers({
  GET: async (ctx) => {
    const person = requirePatient(ctx);
    const { number } = await readDocument(person, ctx.params.id);
    const { documents, frame } = ctx.state.texts;
    const wrong = await readOutcome(ctx.req, person.id) !== null;
    ctx.state.title = (wrong ? frame.errorPrefix : "") + documents.payTitle;
    return page({ number, wrong }, { status: wrong ? 422 : 200 });
  },
  POST: async (ctx) => {
    const person = requirePatient(ctx);
    const { id } = await readDocument(person, ctx.params.id);
    const { language } = ctx.state;
    const sent = await readProof(ctx.req);
    const proof = sent && await cleanProof(sent);
    if (proof === null) {
      const path = paths.documentPayment(language, id);
      const problems = { proof: "proof" };
      return await redirectWithOutcome(
        ctx,
        path,
        { typed: {}, problems },
        person.id,
      );
    }
    await sendPayment(person, id, proof);
    documentsChanged();
    return ctx.redirect(paths.document(language, id), 303);
  },
});

/** The file of the form; null when there is none or it is too large. */
async function readProof(request: Request): Promise<File | null> {
  try {
    const body = await readBody(request, ATTACHMENT_MAX + FORM_MAX);
    const type = request.headers.get("Content-Type") ?? "";
    const form = await new Response(body, { headers: { "Content-Type": type } })
      .formData();
    const proof = form.get("proof");
    return proof instanceof File ? proof : null;
  } catch (error) {
    if (error instanceof HttpError && error.status === 413) return null;
    throw new HttpError(400, "not a form", { cause: error });
  }
}

/** A paid fee note: the bank's confirmation, and both to the CNS in one step. */
export default define.page<typeof handler>(
  function Payment({ data: { number, wrong }, state }) {
    const { documents: texts, frame } = state.texts;
    const id = "field-proof";
    const error = wrong ? texts.proofError : undefined;
    return (
      <div class="page-main column">
        <h1>{texts.payTitle}</h1>
        <ErrorSummary
          title={frame.problem}
          errors={error ? [{ id, message: error }] : []}
        />
        <p>{number}</p>
        <p>{texts.payText}</p>
        <form method="post" encType="multipart/form-data" class="stack">
          <FieldFrame id={id} label={texts.proof} error={error}>
            <input
              type="file"
              id={id}
              name="proof"
              accept="application/pdf,image/jpeg,image/png"
              aria-required="true"
              {...fieldIds(id, undefined, error)}
            />
          </FieldFrame>
          <Button icon="send">{texts.sendToCns}</Button>
        </form>
      </div>
    );
  },
);
