import { page } from "fresh";
import { Button, ButtonLink } from "@/components/ui/Button.tsx";
import { ErrorSummary } from "@/components/ui/ErrorSummary.tsx";
import { Field } from "@/components/ui/Field.tsx";
import { Textarea } from "@/components/ui/Textarea.tsx";
import { define } from "@/define.ts";
import { isPlainDate } from "@/domain/dates.ts";
import { paths } from "@/domain/paths.ts";
import { lengthOf, REASON_MAX } from "@/domain/text.ts";
import { readDay } from "@/services/appointments/appointments.ts";
import { consumeDraft } from "@/services/http/draft.ts";
import {
  readOutcome,
  redirectWithOutcome,
} from "@/services/http/form_outcome.ts";
import { readForm } from "@/services/http/form.ts";
import { requireDoctor } from "@/services/http/guard.ts";
import { readPeriod } from "@/services/practice/agenda_form.ts";
import { cancelPeriod } from "@/services/practice/cancellations.ts";

export const handler = define.handlers({
  GET: async (ctx) => {
    const person = requireDoctor(ctx);
    const { responseHeaders, texts } = ctx.state;
    ctx.state.title = texts.practice.cancelTitle;
    ctx.state.layout = "workspace";
    const outcome = await readOutcome(ctx.req, person.id);
    if (outcome) ctx.state.title = texts.frame.errorPrefix + ctx.state.title;
    const draft = outcome?.typed ??
      await consumeDraft(ctx.req, responseHeaders, person.id);
    const asked = ctx.url.searchParams.get("day") ?? "";
    const day = isPlainDate(asked) ? asked : (await readDay(person, null)).day;
    const problems = outcome?.problems ?? {};
    return page(
      { values: { day, from: "", to: "", reason: "", ...draft }, problems },
      { status: outcome ? 422 : 200 },
    );
  },
  POST: async (ctx) => {
    const form = await readForm(ctx.req);
    const person = requireDoctor(ctx, form);
    const { language } = ctx.state;
    const text = (name: string) => String(form.get(name) ?? "").trim();
    const values = {
      day: text("day"),
      from: text("from"),
      to: text("to"),
      reason: text("reason"),
    };
    const { doctor } = await readDay(person, null);
    const period = readPeriod({ ...values, endDay: "" }, doctor.time_zone);
    const reason = reasonProblem(values.reason);
    if (period !== null && reason === null) {
      await cancelPeriod(person, { ...period, reason: values.reason });
      return ctx.redirect(paths.workspace(language, values.day), 303);
    }
    const path = paths.cancelPeriod(language);
    return await redirectWithOutcome(ctx, path, {
      typed: values,
      problems: {
        ...(period === null && { day: "period" }),
        ...(reason && { reason }),
      },
    }, person.id);
  },
});

/** What is wrong with a reason; null when it can be told to the patients. */
function reasonProblem(reason: string): "missing" | "too_long" | null {
  if (reason === "") return "missing";
  return lengthOf(reason) > REASON_MAX ? "too_long" : null;
}

/** Cancels a day or a stretch of it: everybody is told at once, after ten seconds in which it can be undone. */
export default define.page<typeof handler>(
  function CancelPeriod({ data: { values, problems }, state }) {
    const { language, texts: { practice: texts, booking, frame } } = state;
    const reasonError = problems.reason === "missing"
      ? booking.doctorCancelReasonError
      : problems.reason
      ? booking.cancelReasonTooLong
      : undefined;
    const periodError = problems.day ? texts.problemPeriod : undefined;
    return (
      <div class="column stack">
        <h1>{texts.cancelTitle}</h1>
        <ErrorSummary
          title={frame.problem}
          errors={[
            ...(periodError ? [{ id: "field-day", message: periodError }] : []),
            ...(reasonError
              ? [{ id: "field-reason", message: reasonError }]
              : []),
          ]}
        />
        <p>{texts.cancelText}</p>
        <form method="post" class="form form-wide">
          <Field
            name="day"
            type="date"
            label={texts.cancelDay}
            value={values.day}
            error={periodError}
          />
          <p class="soft">{texts.wholeDay}</p>
          <div class="field-row">
            <Field
              name="from"
              type="time"
              label={texts.cancelFrom}
              optional={frame.optional}
              value={values.from}
            />
            <Field
              name="to"
              type="time"
              label={texts.cancelTo}
              optional={frame.optional}
              value={values.to}
            />
          </div>
          <Textarea
            name="reason"
            label={booking.doctorCancelReason}
            rows={3}
            value={values.reason}
            error={reasonError}
          />
          <div class="form-actions">
            <Button kind="danger">{texts.cancelSubmit}</Button>
            <ButtonLink
              kind="secondary"
              href={paths.workspace(language, values.day || undefined)}
            >
              {frame.back}
            </ButtonLink>
          </div>
        </form>
      </div>
    );
  },
);
