import type { AgendaSettings, SlotSettings } from "@/domain/practice.ts";
import { isPlainDate } from "@/domain/dates.ts";
import { paths } from "@/domain/paths.ts";
import { env } from "@/env.ts";
import type { Language } from "@/i18n/mod.ts";
import type { Person } from "@/services/auth/session.ts";
import type { FormOutcome } from "@/services/http/form_outcome.ts";
import { packForm, unpackForm } from "@/services/http/sent_form.ts";
import {
  addExceptions,
  readAgendaSettings,
  removeException,
  saveAgendaSettings,
} from "./agenda.ts";
import { feedSince, renewFeed, revokeFeed } from "./agenda_feed.ts";
import { type AgendaForm, readAgendaForm, readPeriod } from "./agenda_form.ts";

/** The form for a new exception, as it was sent or empty. */
interface ExceptionDraft {
  id: string;
  values: Readonly<Record<string, string>>;
  wrong: boolean;
}

/** What the availability page shows. */
interface AvailabilityView {
  agenda: AgendaSettings;
  form: AgendaForm;
  exception: ExceptionDraft;
  feedSince: string | null;
  /** Just made: shown this once. */
  feedAddress?: string;
  /** Something was not taken. */
  wrong: boolean;
}

/** Everything of the page as it stands in the database, and what became of the form whose POST led to it. */
export async function showAvailability(
  person: Person,
  outcome: FormOutcome | null,
  language: Language,
): Promise<AvailabilityView> {
  const [agenda, since] = await Promise.all([
    readAgendaSettings(person),
    feedSince(person),
  ]);
  return {
    agenda,
    form: {
      hours: agenda.hours,
      problems: agenda.hours.map(() => null),
      settings: settingsOf(agenda),
      wrongSettings: [],
    },
    exception: { id: crypto.randomUUID(), values: {}, wrong: false },
    feedSince: since,
    wrong: false,
    ...(outcome && shownAgain(outcome, language)),
  };
}

function shownAgain(
  outcome: FormOutcome,
  language: Language,
): Partial<AvailabilityView> {
  const { typed } = outcome;
  switch (outcome.form) {
    case "agenda": {
      const form = readAgendaForm(unpackForm(outcome));
      return { form, wrong: isWrong(form) };
    }
    case "exception": {
      const { id = crypto.randomUUID(), ...values } = typed;
      return { exception: { id, values, wrong: true }, wrong: true };
    }
    case "feed": {
      const path = paths.agendaFeed(language, typed.secret ?? "");
      return { feedAddress: env().PUBLIC_URL + path };
    }
    default:
      return {};
  }
}

function isWrong({ wrongSettings, problems }: AgendaForm): boolean {
  return wrongSettings.length > 0 || problems.some((one) => one !== null);
}

function settingsOf(agenda: AgendaSettings): SlotSettings {
  const { slot_minutes, lead_minutes, horizon_days, buffer_minutes } = agenda;
  return { slot_minutes, lead_minutes, horizon_days, buffer_minutes };
}

/** What a form of the page changed, or what the page shows after it. */
type Change = { saved: "hours" | "exception" | "feed" } | {
  saved?: undefined;
  form: "agenda" | "exception" | "feed";
  typed: Record<string, string>;
};

/** Does what a form of the page asks: saves, previews, adds and removes exceptions, makes and ends the feed. */
export async function changeAvailability(
  person: Person,
  form: FormData,
): Promise<Change> {
  const text = (name: string) => String(form.get(name) ?? "").trim();
  switch (text("intent")) {
    case "save":
    case "preview": {
      const sent = readAgendaForm(form);
      if (isWrong(sent) || text("intent") === "preview") {
        return { form: "agenda", typed: packForm(form) };
      }
      await saveAgendaSettings(person, sent.settings, sent.hours);
      return { saved: "hours" };
    }
    case "exception":
      return await addException(person, text);
    case "holidays":
      return await closeHolidays(person, form.getAll("holiday").map(String));
    case "remove":
      await removeException(person, text("id"));
      return { saved: "exception" };
    case "feed":
      return { form: "feed", typed: { secret: await renewFeed(person) } };
    case "feed-end":
      await revokeFeed(person);
      return { saved: "feed" };
    default:
      return { saved: "hours" };
  }
}

async function addException(
  person: Person,
  text: (name: string) => string,
): Promise<Change> {
  const { doctor } = await readAgendaSettings(person);
  const values = {
    effect: text("effect") === "open" ? "open" as const : "closed" as const,
    day: text("day"),
    from: text("from"),
    endDay: text("endDay"),
    to: text("to"),
    note: text("note").slice(0, 200),
  };
  const period = readPeriod(values, doctor.time_zone);
  if (period === null) {
    return { form: "exception", typed: { id: text("id"), ...values } };
  }
  const { effect, note } = values;
  await addExceptions(person, [
    { id: text("id"), effect, ...period, note: note === "" ? null : note },
  ]);
  return { saved: "exception" };
}

async function closeHolidays(
  person: Person,
  dates: readonly string[],
): Promise<Change> {
  const { doctor } = await readAgendaSettings(person);
  const periods = [...new Set(dates)].filter(isPlainDate).flatMap((day) => {
    const whole = { day, from: "", endDay: "", to: "" };
    return readPeriod(whole, doctor.time_zone) ?? [];
  });
  if (periods.length > 0) {
    await addExceptions(
      person,
      periods.map((period) => ({
        id: crypto.randomUUID(),
        effect: "closed",
        ...period,
        note: null,
      })),
    );
  }
  return { saved: "exception" };
}
