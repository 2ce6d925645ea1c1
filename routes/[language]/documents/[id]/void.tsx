import { page } from "fresh";
import { Button, ButtonLink } from "@/components/ui/Button.tsx";
import { Textarea } from "@/components/ui/Textarea.tsx";
import { define } from "@/define.ts";
import { paths } from "@/domain/paths.ts";
import { lengthOf, REASON_MAX } from "@/domain/text.ts";
import { documentActs, readDocument } from "@/services/documents/documents.ts";
import { documentsChanged } from "@/services/documents/signal.ts";
import {
  readOutcome,
  redirectWithOutcome,
} from "@/services/http/form_outcome.ts";
import { readForm } from "@/services/http/form.ts";
import { requireDoctor } from "@/services/http/guard.ts";
import { Problem } from "@/services/http/problem.ts";

export const handler = define.handlers({
  GET: async (ctx) => {
    const person = requireDoctor(ctx);
    const { id, number } = await readDocument(person, ctx.params.id);
    const { documents, frame } = ctx.state.texts;
    const outcome = await readOutcome(ctx.req, person.id);
    ctx.state.title = (outcome ? frame.errorPrefix : "") + documents.void;
    return page({
      id,
      number,
      reason: outcome?.typed.reason ?? "",
      problem: outcome?.problems.reason,
    }, { status: outcome ? 422 : 200 });
  },
  POST: async (ctx) => {
    const form = await readForm(ctx.req);
    const person = requireDoctor(ctx, form);
    const { id } = await readDocument(person, ctx.params.id);
    const { language } = ctx.state;
    const path = paths.documentVoid(language, id);
    const reason = String(form.get("reason") ?? "").trim();
    const refuse = async (problem: "missing" | "too_long") => {
      const outcome = { typed: { reason }, problems: { reason: problem } };
      return await redirectWithOutcome(ctx, path, outcome, person.id);
    };
    if (lengthOf(reason) > REASON_MAX) return await refuse("too_long");
    try {
      await documentActs.void(person, id, reason);
    } catch (error) {
      if (!(error instanceof Problem) || error.key !== "reason_missing") {
        throw error;
      }
      return await refuse("missing");
    }
    documentsChanged();
    return ctx.redirect(paths.document(language, id), 303);
  },
});

/** Asks for the reason, then voids. */
export default define.page<typeof handler>(
  function VoidDocument({ data: { id, number, reason, problem }, state }) {
    const { language, texts: { booking, documents: texts, errors, frame } } =
      state;
    return (
      <div class="page-main column">
        <h1>{texts.void}</h1>
        <p>{number}. {texts.voidText}</p>
        <form method="post" class="stack">
          <Textarea
            name="reason"
            label={texts.voidReason}
            rows={3}
            value={reason}
            error={problem === "missing"
              ? errors.reason_missing
              : problem && booking.cancelReasonTooLong}
          />
          <div class="row">
            <Button kind="danger">{texts.void}</Button>
            <ButtonLink kind="quiet" href={paths.document(language, id)}>
              {frame.back}
            </ButtonLink>
          </div>
        </form>
      </div>
    );
  },
);
