import { page } from "fresh";
import { BookingFacts } from "@/components/booking/BookingFacts.tsx";
import { Button, ButtonLink } from "@/components/Button.tsx";
import { ErrorSummary } from "@/components/ErrorSummary.tsx";
import { Notice } from "@/components/Notice.tsx";
import { Textarea } from "@/components/Textarea.tsx";
import { define } from "@/define.ts";
import { can } from "@/domain/appointment.ts";
import { paths } from "@/domain/paths.ts";
import type { Language } from "@/i18n/mod.ts";
import { asId, readAppointment } from "@/services/appointments.ts";
import { cancel } from "@/services/booking.ts";
import { takeDraft } from "@/services/draft.ts";
import { readForm } from "@/services/form.ts";
import { requirePerson } from "@/services/guard.ts";
import { Problem } from "@/services/problem.ts";
import type { Person } from "@/services/session.ts";

/** Longest reason. Twin: the constraint on public.appointments.cancellation_reason. */
const REASON_MAX = 500;

async function show(
  person: Person,
  id: string | undefined,
  given: { reason: string; wrong: boolean },
) {
  const appointment = await readAppointment(person, id);
  const by = person.kind === "doctor" ? "doctor" as const : "patient" as const;
  return { appointment, by, ...given };
}

export const handler = define.handlers({
  GET: async (ctx) => {
    const person = requirePerson(ctx);
    ctx.state.title = ctx.state.texts.booking.cancelTitle;
    const draft = await takeDraft(ctx.req, ctx.state.answer, person.id);
    const reason = draft?.reason ?? "";
    const shown = await show(person, ctx.params.id, { reason, wrong: false });
    // The way back from what the form led to.
    const { id, state } = shown.appointment;
    return state === "cancelled"
      ? ctx.redirect(onward(person.kind, ctx.state.language, id), 303)
      : page(shown);
  },
  POST: async (ctx) => {
    const form = await readForm(ctx.req);
    const person = requirePerson(ctx, form);
    const { language, texts } = ctx.state;
    const id = asId(ctx.params.id);
    const reason = String(form.get("reason") ?? "").trim().slice(0, REASON_MAX);
    try {
      await cancel(person, id, reason);
    } catch (error) {
      const wrong = error instanceof Problem && error.key === "reason_missing";
      const late = error instanceof Problem && error.status === 409;
      if (!wrong && !late) throw error;
      ctx.state.title = texts.frame.errorPrefix + texts.booking.cancelTitle;
      return page(await show(person, id, { reason, wrong }), {
        status: wrong ? 422 : 409,
      });
    }
    return ctx.redirect(onward(person.kind, language, id), 303);
  },
});

/** Where it leads, cancelled or not. */
function onward(by: Person["kind"], language: Language, id: string) {
  return by === "doctor"
    ? paths.workspace(language)
    : paths.appointment(language, id);
}

/** Asks once, then cancels: the patient until the start, the doctor with a reason. */
export default define.page<typeof handler>(
  function Cancellation({ data, state }) {
    const { language, texts: { booking: texts, frame } } = state;
    const { appointment, by, reason, wrong } = data;
    const { id, doctor, now } = appointment;
    const back = onward(by, language, id);
    const possible = can.cancel(appointment, now, by);
    return (
      <div class="stack column">
        <h1>{texts.cancelTitle}</h1>
        <ErrorSummary
          title={frame.problem}
          errors={wrong
            ? [{ id: "field-reason", message: texts.doctorCancelReasonError }]
            : []}
        />
        <BookingFacts
          doctor={doctor}
          startsAt={appointment.starts_at}
          endsAt={appointment.ends_at}
          spoken={appointment.language}
          language={language}
          texts={texts}
        />
        {possible
          ? (
            <form method="post" class="stack">
              <p>
                {by === "doctor" ? texts.doctorCancelText : texts.cancelText}
              </p>
              <Textarea
                name="reason"
                label={by === "doctor"
                  ? texts.doctorCancelReason
                  : texts.cancelReason}
                value={reason}
                rows={3}
                maxLength={REASON_MAX}
                optional={by === "doctor" ? undefined : ""}
                error={wrong ? texts.doctorCancelReasonError : undefined}
              />
              <div class="row">
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
              <ButtonLink kind="secondary" href={back}>{frame.back}</ButtonLink>
            </>
          )}
      </div>
    );
  },
);
