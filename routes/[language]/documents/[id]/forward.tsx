import { page } from "fresh";
import { Button, ButtonLink } from "@/components/ui/Button.tsx";
import { Checkbox } from "@/components/ui/Checkbox.tsx";
import { ErrorSummary } from "@/components/ui/ErrorSummary.tsx";
import { Field } from "@/components/ui/Field.tsx";
import { define } from "@/define.ts";
import { toErrorKey } from "@/domain/errors.ts";
import { paths } from "@/domain/paths.ts";
import { parseEmailAddress } from "@/services/accounts/email_address.ts";
import { kindName } from "@/i18n/document_names.ts";
import {
  forwardDocument,
  readDocument,
} from "@/services/documents/documents.ts";
import { documentsChanged } from "@/services/documents/signal.ts";
import {
  type FormOutcome,
  readOutcome,
  redirectWithOutcome,
} from "@/services/http/form_outcome.ts";
import { readForm } from "@/services/http/form.ts";
import { requirePatient } from "@/services/http/guard.ts";
import { isRefusal } from "@/services/http/refusal.ts";

export const handler = define.handlers({
  GET: async (ctx) => {
    const person = requirePatient(ctx);
    const { id, kind, number } = await readDocument(person, ctx.params.id);
    const { documents, frame } = ctx.state.texts;
    const outcome = await readOutcome(ctx.req, person.id);
    ctx.state.title = (outcome ? frame.errorPrefix : "") +
      (kind === "sick_leave" ? documents.forwardSheet : documents.forward);
    // Chosen here, so that a form sent twice sends one e-mail.
    const delivery = outcome?.typed.delivery ?? crypto.randomUUID();
    return page({ id, kind, number, delivery, outcome }, {
      status: outcome ? 422 : 200,
    });
  },
  POST: async (ctx) => {
    const form = await readForm(ctx.req);
    const person = requirePatient(ctx, form);
    const { id } = await readDocument(person, ctx.params.id);
    const { language } = ctx.state;
    const path = paths.documentForward(language, id);
    const address = String(form.get("address") ?? "").trim();
    const delivery = String(form.get("delivery") ?? "");
    const refuse = async (outcome: Partial<FormOutcome>) => {
      const typed = { address, delivery };
      const saved = { typed, ...outcome };
      return await redirectWithOutcome(ctx, path, saved, person.id);
    };
    const problems = {
      ...(parseEmailAddress(address).error && { address: "email_invalid" }),
      ...(form.get("confirmed") !== "yes" && { confirmed: "missing" }),
    };
    if (Object.keys(problems).length > 0) return await refuse({ problems });
    try {
      await forwardDocument(person, id, delivery, address);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      return error.key === "email_invalid"
        ? await refuse({ problems: { address: error.key } })
        : await refuse({ failure: error.key });
    }
    documentsChanged();
    return ctx.redirect(paths.document(language, id), 303);
  },
});

/** Sends a document to an address that the patient types, once they have said that they mean it. */
export default define.page<typeof handler>(
  function ForwardDocument({ data, state }) {
    const { language, texts: { documents: texts, errors, frame } } = state;
    const { id, kind, number, delivery, outcome } = data;
    const sheet = kind === "sick_leave";
    const { address, confirmed } = outcome?.problems ?? {};
    const wrong = {
      address: address ? errors.email_invalid : undefined,
      confirmed: confirmed ? texts.forwardConfirmError : undefined,
    };
    const { failure } = outcome ?? {};
    return (
      <div class="page-main column">
        <h1>{sheet ? texts.forwardSheet : texts.forward}</h1>
        <ErrorSummary
          title={frame.problem}
          errors={[
            ...(failure ? [{ message: errors[toErrorKey(failure)] }] : []),
            ...Object.entries(wrong).flatMap(([field, message]) =>
              message ? [{ id: `field-${field}`, message }] : []
            ),
          ]}
        />
        <p>{kindName(kind, texts)} {number}</p>
        <p>{sheet ? texts.forwardSheetText : texts.forwardText}</p>
        <form method="post" class="stack" noValidate>
          <input type="hidden" name="delivery" value={delivery} />
          <Field
            name="address"
            type="email"
            label={texts.forwardAddress}
            value={outcome?.typed.address ?? ""}
            error={wrong.address}
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
          />
          <Checkbox
            name="confirmed"
            label={sheet ? texts.forwardSheetConfirm : texts.forwardConfirm}
            error={wrong.confirmed}
          />
          <div class="row">
            <Button icon="send">{texts.forwardSend}</Button>
            <ButtonLink kind="quiet" href={paths.document(language, id)}>
              {frame.back}
            </ButtonLink>
          </div>
        </form>
      </div>
    );
  },
);
