import * as v from "valibot";
import { isPlainDate } from "@/domain/dates.ts";
import { messageNotices, type MessageSettings } from "@/domain/threads.ts";
import type { Person } from "@/services/auth/session.ts";
import { unwrap } from "@/services/http/problem.ts";
import { personClient } from "@/services/supabase.ts";

/** What somebody chose about messages; the defaults for who has chosen nothing. */
export async function readMessageSettings(
  person: Person,
): Promise<MessageSettings> {
  const row = unwrap(
    await personClient(person.accessToken).from("message_settings")
      .select("notice, answers_within_days, away_from, away_until")
      .eq("account_id", person.id).maybeSingle(),
  );
  return row ?? {
    notice: "at_once",
    answers_within_days: null,
    away_from: null,
    away_until: null,
  };
}

/** Saves what somebody chose about messages. */
export async function saveMessageSettings(
  person: Person,
  settings: MessageSettings,
): Promise<void> {
  unwrap(
    await personClient(person.accessToken).rpc("save_message_settings", {
      notice: settings.notice,
      answers_within_days: settings.answers_within_days ?? undefined,
      away_from: settings.away_from ?? undefined,
      away_until: settings.away_until ?? undefined,
    }),
  );
}

const emptyIsNull = v.pipe(
  v.optional(v.string(), ""),
  v.transform((text) => text === "" ? null : text),
);

const SettingsForm = v.pipe(
  v.object({
    notice: v.picklist(messageNotices),
    answers_within_days: v.pipe(
      emptyIsNull,
      v.nullable(v.pipe(v.string(), v.regex(/^([1-9]|1[0-5])$/))),
      v.transform((text) => text === null ? null : Number(text)),
    ),
    away_from: v.pipe(emptyIsNull, v.nullable(v.custom<string>(isDate))),
    away_until: v.pipe(emptyIsNull, v.nullable(v.custom<string>(isDate))),
  }),
  v.check(({ away_from, away_until }) =>
    away_from === null || away_until === null
      ? away_from === away_until
      : away_from <= away_until
  ),
);

function isDate(value: unknown): boolean {
  return typeof value === "string" && isPlainDate(value);
}

/** The settings of a form; null when its dates are no absence: one of them is missing, or the last is before the first. */
export function readSettingsForm(form: FormData): MessageSettings | null {
  const parsed = v.safeParse(SettingsForm, Object.fromEntries(form));
  return parsed.success ? parsed.output : null;
}
