import { page } from "fresh";
import {
  ReasonFields,
  reasonProblem,
} from "@/components/practice/ReasonFields.tsx";
import { ReasonList } from "@/components/practice/ReasonList.tsx";
import { Button, ButtonLink } from "@/components/ui/Button.tsx";
import { ErrorSummary } from "@/components/ui/ErrorSummary.tsx";
import { Notice } from "@/components/ui/Notice.tsx";
import { define } from "@/define.ts";
import { toErrorKey } from "@/domain/errors.ts";
import { paths } from "@/domain/paths.ts";
import { t } from "@/i18n/mod.ts";
import { consumeDraft } from "@/services/http/draft.ts";
import { readForm } from "@/services/http/form.ts";
import {
  readOutcome,
  redirectWithOutcome,
} from "@/services/http/form_outcome.ts";
import { requireDoctor } from "@/services/http/guard.ts";
import { Problem } from "@/services/http/problem.ts";
import {
  readReasonForm,
  reasonForm,
  wrongFields,
} from "@/services/practice/reason_form.ts";
import {
  placeReason,
  readReasons,
  removeReason,
  saveReason,
} from "@/services/practice/reasons.ts";

export const handler = define.handlers({
  GET: async (ctx) => {
    const person = requireDoctor(ctx);
    const { responseHeaders, texts } = ctx.state;
    const query = ctx.url.searchParams;
    const [reasons, draft, outcome] = await Promise.all([
      readReasons(person),
      consumeDraft(ctx.req, responseHeaders, person.id),
      readOutcome(ctx.req, person.id),
    ]);
    ctx.state.layout = "workspace";
    const edited = reasons.find(({ id }) => id === query.get("edit"));
    const typed = outcome?.typed ?? draft;
    const form = typed?.id
      ? readReasonForm((name) => typed[name] ?? "")
      : reasonForm(edited);
    const failure = outcome?.failure;
    const refused = failure ? texts.errors[toErrorKey(failure)] : null;
    const wrong = outcome && !failure ? wrongFields(form) : [];
    ctx.state.title = (outcome ? texts.frame.errorPrefix : "") +
      texts.practice.reasons;
    const saved = query.has("saved");
    return page({ reasons, form, wrong, refused, saved }, {
      status: refused ? 409 : wrong.length > 0 ? 422 : 200,
    });
  },
  POST: async (ctx) => {
    const sent = await readForm(ctx.req);
    const person = requireDoctor(ctx, sent);
    const { language } = ctx.state;
    const typed = Object.fromEntries(
      [...sent].map(([name, value]) => [name, String(value).trim()]),
    );
    const form = readReasonForm((name) => typed[name] ?? "");
    const { intent } = typed;
    let failure: string | undefined;
    if (intent !== "save" || wrongFields(form).length === 0) {
      try {
        if (intent === "save") await saveReason(person, form);
        if (intent === "remove") await removeReason(person, form.id);
        if (intent === "place") {
          await placeReason(person, form.id, Number(typed.place) || 1);
        }
        return ctx.redirect(paths.reasons(language, { saved: "yes" }), 303);
      } catch (error) {
        if (!(error instanceof Problem) || error.status !== 409) throw error;
        failure = error.key;
      }
    }
    const path = paths.reasons(language);
    const outcome = { typed, failure };
    return await redirectWithOutcome(ctx, path, outcome, person.id);
  },
});

/** The reasons for a visit that patients can choose, with the form of one of them or of a new one. */
export default define.page<typeof handler>(function Reasons({ data, state }) {
  const { language, texts: { practice: texts, frame } } = state;
  const { reasons, form, wrong, refused, saved } = data;
  const edited = reasons.find(({ id }) => id === form.id);
  return (
    <div class="page-grid">
      <div class="page-main stack stack-l">
        <div class="stack">
          <h1>{texts.reasons}</h1>
          <p class="soft">{texts.reasonsIntro}</p>
          {saved && (
            <Notice kind="success" announce>
              <p>{texts.reasonSaved}</p>
            </Notice>
          )}
          <ErrorSummary
            title={frame.problem}
            errors={[
              ...wrong.map((field) => ({
                id: `field-${field}`,
                message: reasonProblem(field, texts),
              })),
              ...(refused ? [{ message: refused }] : []),
            ]}
          />
        </div>
        <ReasonList reasons={reasons} language={language} texts={texts} />
      </div>
      <aside class="page-aside page-aside-full stack stack-l">
        <section class="stack" aria-labelledby="reason" tabIndex={-1}>
          <h2 id="reason">
            {edited
              ? t(texts.editReason, { reason: edited.name })
              : texts.newReason}
          </h2>
          <form method="post" class="form" noValidate>
            <ReasonFields
              values={form}
              wrong={wrong}
              optional={frame.optional}
              texts={texts}
            />
            <div class="form-actions">
              <Button name="intent" value="save">
                {edited ? texts.saveReason : texts.addReason}
              </Button>
              {edited && (
                <ButtonLink kind="quiet" href={paths.reasons(language)}>
                  {texts.newReason}
                </ButtonLink>
              )}
            </div>
          </form>
          {edited && (
            <details>
              <summary>{texts.removeReason}</summary>
              <form method="post" class="form">
                <p>{texts.removeReasonText}</p>
                <input type="hidden" name="id" value={edited.id} />
                <Button kind="danger" name="intent" value="remove">
                  {texts.removeReasonConfirm}
                </Button>
              </form>
            </details>
          )}
        </section>
      </aside>
    </div>
  );
});
