import { type Context, page } from "fresh";
import { BookedAside } from "@/components/booking/BookedAside.tsx";
import { GuestIsTold } from "@/components/booking/GuestIsTold.tsx";
import { Button, ButtonLink } from "@/components/ui/Button.tsx";
import { ErrorSummary } from "@/components/ui/ErrorSummary.tsx";
import { Notice } from "@/components/ui/Notice.tsx";
import { Textarea } from "@/components/ui/Textarea.tsx";
import { define, type State } from "@/define.ts";
import { can } from "@/domain/appointment.ts";
import { paths } from "@/domain/paths.ts";
import { lengthOf, REASON_MAX } from "@/domain/text.ts";
import type { Language } from "@/i18n/mod.ts";
import { asId, readAppointment } from "@/services/appointments/appointments.ts";
import { cancel } from "@/services/appointments/booking.ts";
import { cancelAsDoctor } from "@/services/practice/cancellations.ts";
import { consumeDraft } from "@/services/http/draft.ts";
import { readForm } from "@/services/http/form.ts";
import {
  readOutcome,
  redirectWithOutcome,
} from "@/services/http/form_outcome.ts";
import { requirePerson } from "@/services/http/guard.ts";
import { Problem } from "@/services/http/problem.ts";
import type { Person } from "@/services/auth/session.ts";

/** What is wrong with a reason, by its text. */
const problems = {
  reason_missing: "doctorCancelReasonError",
  reason_too_long: "cancelReasonTooLong",
} as const;
type ReasonProblem = keyof typeof problems;

export const handler = define.handlers({
  GET: async (ctx) => {
    const person = requirePerson(ctx);
    ctx.state.title = ctx.state.texts.booking.cancelTitle;
    const outcome = await readOutcome(ctx.req, person.id);
    const draft = outcome?.typed ?? await consumeDraft(
      ctx.req,
      ctx.state.responseHeaders,
      person.id,
    );
    const appointment = await readAppointment(person, ctx.params.id);
    // The way back from what the form led to.
    if (appointment.state === "cancelled") {
      const { id } = appointment;
      return ctx.redirect(onward(person.kind, ctx.state.language, id), 303);
    }
    const problem = reasonProblem(outcome?.problems.reason);
    if (outcome) {
      const { booking, frame } = ctx.state.texts;
      ctx.state.title = frame.errorPrefix + booking.cancelTitle;
    }
    const by = person.kind === "doctor"
      ? "doctor" as const
      : "patient" as const;
    return page({ appointment, by, problem, reason: draft?.reason ?? "" }, {
      status: outcome ? problem ? 422 : 409 : 200,
    });
  },
  POST: async (ctx) => {
    const form = await readForm(ctx.req);
    const person = requirePerson(ctx, form);
    const { language } = ctx.state;
    const id = asId(ctx.params.id);
    const reason = String(form.get("reason") ?? "").trim();
    if (lengthOf(reason) > REASON_MAX) {
      return await refuse(ctx, person, reason, "reason_too_long");
    }
    try {
      await (person.kind === "doctor"
        ? cancelAsDoctor(person, id, reason)
        : cancel(person, id, reason));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const problem = reasonProblem(error.key);
      if (problem === null && error.status !== 409) throw error;
      return await refuse(ctx, person, reason, problem);
    }
    return ctx.redirect(onward(person.kind, language, id), 303);
  },
});

/** The page that says why not is another one: its reload sends nothing. */
async function refuse(
  ctx: Context<State>,
  person: Person,
  reason: string,
  problem: ReasonProblem | null,
) {
  const { pathname } = ctx.url;
  return await redirectWithOutcome(ctx, pathname, {
    typed: { reason },
    problems: problem === null ? {} : { reason: problem },
  }, person.id);
}

function reasonProblem(key: string | undefined): ReasonProblem | null {
  return key === "reason_missing" || key === "reason_too_long" ? key : null;
}

/** Where it leads, cancelled or not. */
function onward(by: Person["kind"], language: Language, id: string) {
  return by === "doctor"
    ? paths.workspace(language)
    : paths.appointment(language, id);
}

/** Asks once, then cancels: the patient until the start, the doctor with a reason. */
export default define.page<typeof handler>(
  function Cancellation({ data, state }) {
    const { language, texts: { booking: texts, frame, guest } } = state;
    const { appointment, by, reason, problem } = data;
    const error = problem === null ? undefined : texts[problems[problem]];
    const { id, now } = appointment;
    const back = onward(by, language, id);
    const possible = can.cancel(appointment, now, by);
    return (
      <div class="page-grid">
        <div class="page-main">
          <h1>{texts.cancelTitle}</h1>
          <ErrorSummary
            title={frame.problem}
            errors={error === undefined
              ? []
              : [{ id: "field-reason", message: error }]}
          />
          {possible
            ? (
              <form method="post" class="form form-wide">
                <p>
                  {by === "doctor" ? texts.doctorCancelText : texts.cancelText}
                </p>
                <GuestIsTold guest={appointment.guest} texts={guest} />
                <Textarea
                  name="reason"
                  label={by === "doctor"
                    ? texts.doctorCancelReason
                    : texts.cancelReason}
                  value={reason}
                  rows={3}
                  optional={by === "doctor" ? undefined : ""}
                  error={error}
                />
                <div class="form-actions">
                  <Button kind="danger">{texts.cancelConfirm}</Button>
                  <ButtonLink kind="secondary" href={back}>
                    {texts.cancelKeep}
                  </ButtonLink>
                </div>
              </form>
            )
            : (
              <>
                <Notice kind="warning" announce>
                  <p>{texts.cancelTooLate}</p>
                </Notice>
                <div class="form-actions">
                  <ButtonLink kind="secondary" href={back}>
                    {frame.back}
                  </ButtonLink>
                </div>
              </>
            )}
        </div>
        <BookedAside
          appointment={appointment}
          language={language}
          texts={state.texts}
        />
      </div>
    );
  },
);
