import ical, { ICalCalendarMethod, ICalEventClass } from "ical-generator";
import { env } from "@/env.ts";
import { type Language, t } from "@/i18n/mod.ts";
import { texts } from "@/i18n/texts.ts";
import { unwrap } from "@/services/http/problem.ts";
import type { Person } from "@/services/auth/session.ts";
import { personClient, serviceClient } from "@/services/supabase.ts";

/** A secret as `renew_agenda_feed` makes them. */
const SECRET = /^[0-9a-f]{48}$/;

/** When this doctor made the feed, ISO instant; null without one. */
export async function feedSince(person: Person): Promise<string | null> {
  return unwrap(
    await personClient(person.accessToken).rpc("agenda_feed_since"),
  );
}

/** Makes a new secret, which is shown this once; an earlier one ends. */
export async function renewFeed(person: Person): Promise<string> {
  return unwrap(
    await personClient(person.accessToken).rpc("renew_agenda_feed"),
  );
}

/** Ends the feed. */
export async function revokeFeed(person: Person): Promise<void> {
  const { error } = await personClient(person.accessToken)
    .rpc("revoke_agenda_feed");
  if (error) unwrap({ data: null, error });
}

/** The agenda behind a secret as a calendar (RFC 5545): times and initials. Null for an unknown secret. */
export async function agendaFeed(
  secret: string,
  language: Language,
): Promise<string | null> {
  if (!SECRET.test(secret)) return null;
  const client = serviceClient();
  if (!unwrap(await client.rpc("agenda_feed_exists", { secret }))) return null;
  const entries = unwrap(await client.rpc("agenda_feed", { secret }));
  const words = texts(language).practice;
  const calendar = ical({
    prodId: { company: "eConsult", product: "eConsult", language },
    method: ICalCalendarMethod.PUBLISH,
    name: "eConsult",
    ttl: 15 * 60,
  });
  const host = new URL(env().PUBLIC_URL).hostname;
  for (const { id, starts_at, ends_at, updated_at, initials } of entries) {
    calendar.createEvent({
      id: `${id}@agenda.${host}`,
      stamp: new Date(updated_at),
      start: new Date(starts_at),
      end: new Date(ends_at),
      summary: t(words.feedEntry, { initials }),
      class: ICalEventClass.PRIVATE,
    });
  }
  return calendar.toString();
}
