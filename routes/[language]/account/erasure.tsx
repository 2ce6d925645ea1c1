import { page } from "fresh";
import { Button, ButtonLink } from "@/components/ui/Button.tsx";
import { Checkbox } from "@/components/ui/Checkbox.tsx";
import { ErrorSummary } from "@/components/ui/ErrorSummary.tsx";
import { define } from "@/define.ts";
import { paths } from "@/domain/paths.ts";
import {
  readErasureRequest,
  requestErasure,
  withdrawErasure,
} from "@/services/accounts/erasure.ts";
import { readForm } from "@/services/http/form.ts";
import {
  readOutcome,
  redirectWithOutcome,
} from "@/services/http/form_outcome.ts";
import { requirePatient } from "@/services/http/guard.ts";

export const handler = define.handlers({
  GET: async (ctx) => {
    const person = requirePatient(ctx);
    const { language, texts } = ctx.state;
    if (await readErasureRequest(person) !== null) {
      return ctx.redirect(paths.account(language), 303);
    }
    const wrong = await readOutcome(ctx.req, person.id) !== null;
    ctx.state.title = (wrong ? texts.frame.errorPrefix : "") +
      texts.accountData.erasureTitle;
    return page({ wrong }, { status: wrong ? 422 : 200 });
  },
  POST: async (ctx) => {
    const form = await readForm(ctx.req);
    const person = requirePatient(ctx, form);
    const { language } = ctx.state;
    if (form.get("act") === "withdraw") {
      const done = await withdrawErasure(person);
      const saved = done ? "erasure-withdrawn" : undefined;
      return ctx.redirect(paths.account(language, saved), 303);
    }
    if (form.get("confirmed") !== "yes") {
      const path = paths.accountErasure(language);
      const problems = { confirmed: "missing" };
      return await redirectWithOutcome(
        ctx,
        path,
        { typed: {}, problems },
        person.id,
      );
    }
    await requestErasure(person);
    return ctx.redirect(paths.account(language, "erasure"), 303);
  },
});

/** What is erased, what stays and why, and the request. */
export default define.page<typeof handler>(
  function AccountErasure({ data, state }) {
    const { language, texts: { accountData: texts, frame } } = state;
    const error = data.wrong ? texts.erasureConfirmError : undefined;
    return (
      <div class="page-main column">
        <h1>{texts.erasureTitle}</h1>
        <ErrorSummary
          title={frame.problem}
          errors={error === undefined
            ? []
            : [{ id: "field-confirmed", message: error }]}
        />
        <p class="lead">{texts.erasureLead}</p>
        <section class="stack stack-s">
          <h2>{texts.erasureFirstTitle}</h2>
          <p>{texts.erasureAppointments}</p>
          <p>{texts.erasureBefore}</p>
        </section>
        <section class="stack stack-s">
          <h2>{texts.erasureGoneTitle}</h2>
          <ul>
            <li>{texts.erasureGoneAccess}</li>
            <li>{texts.erasureGoneAddress}</li>
            <li>{texts.erasureGoneRest}</li>
          </ul>
        </section>
        <section class="stack stack-s">
          <h2>{texts.erasureKeptTitle}</h2>
          <p>{texts.erasureKept}</p>
          <p>{texts.erasureOthers}</p>
        </section>
        <form method="post" class="stack" noValidate>
          <Checkbox
            name="confirmed"
            label={texts.erasureConfirm}
            error={error}
          />
          <div class="row">
            <Button kind="danger">{texts.erasureSend}</Button>
            <ButtonLink kind="quiet" href={paths.account(language)}>
              {frame.back}
            </ButtonLink>
          </div>
        </form>
      </div>
    );
  },
);
