import { HttpError, page } from "fresh";
import { BookingFacts } from "@/components/booking/BookingFacts.tsx";
import { SymptomsForm, TermsForm } from "@/components/booking/BookingForms.tsx";
import { BookingRefused } from "@/components/booking/BookingRefused.tsx";
import { BookingUnsent } from "@/components/booking/BookingUnsent.tsx";
import { ErrorSummary } from "@/components/ErrorSummary.tsx";
import { Steps } from "@/components/Steps.tsx";
import { define, type State } from "@/define.ts";
import { isPlainDate, localDate } from "@/domain/dates.ts";
import { paths } from "@/domain/paths.ts";
import type { DoctorCard } from "@/domain/records.ts";
import { asId, readCalendar } from "@/services/appointments.ts";
import { book, nearestFree } from "@/services/booking.ts";
import { keepDraft, takeDraft } from "@/services/draft.ts";
import { readForm } from "@/services/form.ts";
import { requirePatient } from "@/services/guard.ts";
import { Problem } from "@/services/problem.ts";

/** Longest text for the doctor. Twin: the constraint on public.appointments.symptoms. */
const SYMPTOMS_MAX = 2000;

interface Slot {
  doctor: DoctorCard;
  /** ISO instants. */
  start: string;
  end: string;
}

interface BookingPage {
  /** Null when it cannot be read now: what was sent is shown to be sent again. */
  slot: Slot | null;
  step: 1 | 2;
  id: string;
  symptoms: string;
  error: "terms" | "symptoms" | null;
  /** The database refused; with the free slots nearby. */
  refused: { key: string; nearest: string[] } | null;
}

export const handler = define.handlers({
  GET: async (ctx) => {
    const person = requirePatient(ctx);
    const slot = await wanted(ctx.params.slug, ctx.url);
    const second = ctx.url.searchParams.get("step") === "2";
    const accepted = ctx.url.searchParams.get("terms") === "yes";
    const draft = second && accepted
      ? await takeDraft(ctx.req, ctx.state.answer, person.id)
      : null;
    const data: BookingPage = {
      slot,
      step: second && accepted ? 2 : 1,
      id: draft?.id ?? crypto.randomUUID(),
      symptoms: draft?.symptoms ?? "",
      error: second && !accepted ? "terms" : null,
      refused: null,
    };
    setTitle(ctx.state, data.error !== null);
    return page(data, { status: data.error ? 422 : 200 });
  },
  POST: async (ctx) => {
    const form = await readForm(ctx.req);
    const person = requirePatient(ctx, form);
    const { language, answer } = ctx.state;
    const id = asId(String(form.get("id") ?? ""));
    const symptoms = String(form.get("symptoms") ?? "").trim();
    const again: BookingPage = {
      slot: null,
      step: 2,
      id,
      symptoms,
      error: null,
      refused: null,
    };
    const refuse = (status: number, why: Partial<BookingPage>) => {
      setTitle(ctx.state, true);
      return page({ ...again, ...why }, { status });
    };
    try {
      const slot = again.slot = await wanted(ctx.params.slug, ctx.url);
      if (symptoms.length > SYMPTOMS_MAX) {
        return refuse(422, { error: "symptoms" });
      }
      if (ctx.url.searchParams.get("terms") !== "yes") {
        return refuse(422, { error: "terms", step: 1 });
      }
      const booked = await book(person, {
        id,
        doctorId: slot.doctor.id,
        start: slot.start,
        symptoms,
      });
      const path = paths.appointment(language, booked);
      return ctx.redirect(`${path}?booked=yes`, 303);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      if (error.status === 503) return refuse(503, { slot: null });
      if (error.status !== 409 || again.slot === null) throw error;
      const { doctor, start } = again.slot;
      const nearest = await nearestFree(doctor, start);
      // Another slot is another form: what was written waits for it.
      const kept = new FormData();
      kept.set("symptoms", symptoms);
      await keepDraft(answer, ctx.url.pathname, kept, person.id);
      return refuse(409, { refused: { key: error.key, nearest } });
    }
  },
});

/** Confirms a chosen slot in two steps: the terms, then what the doctor should know. */
export default define.page<typeof handler>(
  function Booking({ data, state, params }) {
    const { language, texts: { booking: texts, frame } } = state;
    const { slot, step, error, refused } = data;
    if (slot === null) {
      return (
        <BookingUnsent
          id={data.id}
          symptoms={data.symptoms}
          backHref={paths.doctor(language, params.slug ?? "")}
          texts={state.texts}
        />
      );
    }
    const { doctor, start, end } = slot;
    if (refused) {
      return (
        <BookingRefused
          refusal={refused.key}
          nearest={refused.nearest}
          kept={data.symptoms !== ""}
          doctor={doctor}
          language={language}
          texts={texts}
        />
      );
    }
    const back = paths.doctor(
      language,
      doctor.slug,
      localDate(start, doctor.time_zone),
    );
    return (
      <div class="stack column">
        <Steps
          steps={[texts.confirmStep, texts.symptoms]}
          current={step}
          texts={frame}
        />
        <h1>{texts.confirmTitle}</h1>
        <ErrorSummary
          title={frame.problem}
          errors={error === null ? [] : [
            error === "terms"
              ? { id: "field-terms", message: texts.acceptTermsError }
              : { id: "field-symptoms", message: texts.symptomsTooLong },
          ]}
        />
        <BookingFacts
          doctor={doctor}
          startsAt={start}
          endsAt={end}
          spoken={language}
          language={language}
          texts={texts}
        />
        {step === 1
          ? (
            <TermsForm
              start={start}
              error={error === "terms"}
              termsHref={paths.terms(language)}
              backHref={back}
              confirm={frame.confirm}
              texts={texts}
            />
          )
          : (
            <SymptomsForm
              id={data.id}
              symptoms={data.symptoms}
              tooLong={error === "symptoms"}
              backHref={back}
              optional={frame.optional}
              texts={texts}
            />
          )}
      </div>
    );
  },
);

/** The doctor and the slot of the address. Throws 404 for what cannot be one; whether it is free, the booking decides. */
async function wanted(slug: string | undefined, url: URL): Promise<Slot> {
  const time = Date.parse(url.searchParams.get("start") ?? "");
  if (Number.isNaN(time)) throw new HttpError(404);
  const start = new Date(time).toISOString();
  if (!isPlainDate(start.slice(0, 10))) throw new HttpError(404);
  const calendar = await readCalendar(slug, start.slice(0, 10));
  if (calendar === null) throw new HttpError(404);
  const { doctor } = calendar;
  const end = new Date(time + doctor.slot_minutes * 60_000).toISOString();
  return { doctor, start, end };
}

function setTitle(state: State, wrong: boolean) {
  const { booking, frame } = state.texts;
  state.title = (wrong ? frame.errorPrefix : "") + booking.confirmTitle;
}
