import { page } from "fresh";
import { BookingRefused } from "@/components/booking/BookingRefused.tsx";
import { BookingStep } from "@/components/booking/BookingStep.tsx";
import { BookingUnsent } from "@/components/booking/BookingUnsent.tsx";
import { define, type State } from "@/define.ts";
import { paths } from "@/domain/paths.ts";
import { type Dependant, spokenLanguage } from "@/domain/records.ts";
import { lengthOf } from "@/domain/text.ts";
import { isLanguage, type Language } from "@/i18n/mod.ts";
import { readDependants } from "@/services/accounts/dependants.ts";
import {
  answersOf,
  byQuestion,
  longAnswers,
} from "@/services/appointments/answers.ts";
import { asId } from "@/services/appointments/appointments.ts";
import { book, nearestFree } from "@/services/appointments/booking.ts";
import {
  type BookingSlot,
  slotFromUrl,
} from "@/services/appointments/booking_slot.ts";
import { consumeDraft, saveDraft } from "@/services/http/draft.ts";
import { readForm } from "@/services/http/form.ts";
import {
  type FormOutcome,
  readOutcome,
  redirectWithOutcome,
} from "@/services/http/form_outcome.ts";
import { requirePatient } from "@/services/http/guard.ts";
import type { Person } from "@/services/auth/session.ts";
import { Problem } from "@/services/http/problem.ts";

/** Longest text for the doctor. Mirrored in SQL: the constraint on public.appointments.symptoms. */
const SYMPTOMS_MAX = 2000;

interface BookingPage {
  /** Null when it cannot be read now: what was sent is shown to be sent again. */
  slot: BookingSlot | null;
  id: string;
  symptoms: string;
  /** To the doctor's questions, by the names of the fields. */
  answers: Record<string, string>;
  /** Whom the person may book for besides themselves; none when it cannot be read now. */
  dependants: Dependant[];
  /** Id of the dependant whom it is for; empty for the person's own record. */
  patient: string;
  /** The language of the consultation as it was chosen; null before a choice. */
  spoken: Language | null;
  /** The terms are not accepted. */
  termsMissing: boolean;
  /** Names of the fields whose text is too long. */
  tooLong: string[];
  /** The database refused; with the free slots nearby. */
  refused: { key: string; nearest: string[] } | null;
}

export const handler = define.handlers({
  GET: async (ctx) => {
    const { language, person: anybody } = ctx.state;
    const query = ctx.url.searchParams;
    const second = query.get("step") === "2";
    const accepted = query.get("terms") === "yes";
    const person = second && accepted || anybody ? requirePatient(ctx) : null;
    const slot = await slotFromUrl(ctx.params.slug, ctx.url);
    const outcome = person && await readOutcome(ctx.req, person.id);
    if (person && outcome) {
      return await afterRefusal(ctx.state, person, slot, outcome);
    }
    if (!second || !accepted || person === null || slot.reasonGone) {
      // The first step is the ticket in the calendar.
      const missing = second && !accepted ? "terms" as const : undefined;
      const { doctor: { slug }, start, reason } = slot;
      const step = paths.slot(language, slug, start, {
        missing,
        reason: reason?.id,
      });
      return ctx.redirect(step, 303);
    }
    const [draft, dependants] = await Promise.all([
      consumeDraft(ctx.req, ctx.state.responseHeaders, person.id),
      readDependants(person),
    ]);
    const data: BookingPage = {
      slot,
      id: draft?.id ?? crypto.randomUUID(),
      symptoms: draft?.symptoms ?? "",
      answers: answersOf(Object.entries(draft ?? {})),
      dependants,
      patient: draft?.patient ?? "",
      spoken: spokenIn(slot, draft?.language),
      termsMissing: false,
      tooLong: [],
      refused: null,
    };
    setTitle(ctx.state, false);
    return page(data);
  },
  POST: async (ctx) => {
    const form = await readForm(ctx.req);
    const person = requirePatient(ctx, form);
    const { language, responseHeaders } = ctx.state;
    const id = asId(String(form.get("id") ?? ""));
    const symptoms = String(form.get("symptoms") ?? "").trim();
    const chosen = String(form.get("language") ?? "");
    const patient = String(form.get("patient") ?? "");
    const answers = answersOf(form);
    const typed = { ...answers, id, symptoms, patient, language: chosen };
    // The page that says why not is another one: its reload books nothing, even when the slot is free again.
    const refuse = (why: Pick<Partial<FormOutcome>, "problems" | "failure">) =>
      redirectWithOutcome(
        ctx,
        ctx.url.pathname + ctx.url.search,
        { typed, ...why },
        person.id,
      );
    let slot: BookingSlot | null = null;
    try {
      slot = await slotFromUrl(ctx.params.slug, ctx.url);
      const problems = {
        ...lengthOf(symptoms) > SYMPTOMS_MAX && { symptoms: "symptoms" },
        ...longAnswers(answers),
      };
      if (Object.keys(problems).length > 0) {
        return await refuse({ problems });
      }
      if (ctx.url.searchParams.get("terms") !== "yes") {
        return await refuse({ problems: { terms: "terms" } });
      }
      const booked = await book(person, {
        id,
        doctorId: slot.doctor.id,
        patientId: patient === "" ? null : asId(patient),
        start: slot.start,
        // What the address says, not what is offered: the booking refuses a reason that is gone.
        reason: ctx.url.searchParams.get("reason"),
        symptoms,
        answers: byQuestion(answers),
        language: spokenIn(slot, chosen) ??
          spokenLanguage(slot.doctor, language),
      });
      const path = paths.appointment(language, booked);
      return ctx.redirect(`${path}?booked=yes`, 303);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      // Nothing can be kept for another page either.
      if (error.status === 503) {
        setTitle(ctx.state, true);
        const spoken = isLanguage(chosen) ? chosen : null;
        const data = {
          slot: null,
          id,
          symptoms,
          answers,
          dependants: [],
          patient,
          spoken,
          termsMissing: false,
          tooLong: [],
          refused: null,
        };
        return page<BookingPage>(data, { status: 503 });
      }
      if (error.status !== 409 || slot === null) throw error;
      // Another slot is another form: what was written waits for it.
      const kept = new FormData();
      for (const [name, value] of Object.entries(typed)) {
        if (name !== "id") kept.set(name, value);
      }
      await saveDraft(responseHeaders, ctx.url.pathname, kept, person.id);
      return await refuse({ failure: error.key });
    }
  },
});

/** The page of a booking that was refused. */
async function afterRefusal(
  state: State,
  person: Person,
  slot: BookingSlot,
  { typed, problems, failure }: FormOutcome,
) {
  const { id = crypto.randomUUID(), symptoms = "", language } = typed;
  const spoken = spokenIn(slot, language);
  const { terms, ...long } = problems;
  const refused = failure === undefined ? null : {
    key: failure,
    nearest: await nearestFree(slot.doctor, slot.start, slot.minutes),
  };
  setTitle(state, true);
  const data: BookingPage = {
    slot,
    id,
    symptoms,
    answers: answersOf(Object.entries(typed)),
    dependants: await readDependants(person),
    patient: typed.patient ?? "",
    spoken,
    termsMissing: terms !== undefined,
    tooLong: Object.keys(long),
    refused,
  };
  return page(data, { status: refused ? 409 : 422 });
}

/** The chosen language, when the doctor speaks it; null when nothing was chosen. */
function spokenIn({ doctor }: BookingSlot, chosen: string | undefined) {
  return doctor.languages.find((language) => language === chosen) ?? null;
}

/** The second step: what the doctor should know, with the ticket beside it. Pressing the button books. */
export default define.page<typeof handler>(
  function Booking({ data, state, params }) {
    const { language, texts: { booking: texts } } = state;
    const { slot, refused } = data;
    if (slot === null) {
      return (
        <BookingUnsent
          id={data.id}
          symptoms={data.symptoms}
          answers={data.answers}
          patient={data.patient}
          backHref={paths.doctor(language, params.slug ?? "")}
          spoken={data.spoken}
          texts={state.texts}
        />
      );
    }
    const { doctor, reason } = slot;
    if (refused) {
      return (
        <BookingRefused
          refusal={refused.key}
          nearest={refused.nearest}
          kept={data.symptoms !== "" || Object.keys(data.answers).length > 0}
          doctor={doctor}
          reason={reason?.id}
          dependant={data.dependants.find(({ id }) => id === data.patient)}
          language={language}
          texts={texts}
        />
      );
    }
    return (
      <BookingStep
        {...data}
        slot={slot}
        me={state.person?.name ?? ""}
        spoken={data.spoken ?? spokenLanguage(doctor, language)}
        language={language}
        texts={state.texts}
      />
    );
  },
);

function setTitle(state: State, wrong: boolean) {
  const { booking, frame } = state.texts;
  state.title = (wrong ? frame.errorPrefix : "") + booking.doctorTitle;
}
