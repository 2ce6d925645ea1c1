import { ButtonLink } from "@/components/ui/Button.tsx";
import { EmptyState } from "@/components/ui/EmptyState.tsx";
import { Spoken } from "@/components/ui/Spoken.tsx";
import { paths } from "@/domain/paths.ts";
import type { CalendarRecord } from "@/domain/records.ts";
import type { BookingTexts } from "@/i18n/fr/booking.ts";
import type { Language, Text } from "@/i18n/mod.ts";

interface NextSlot {
  /** Its start, and when it is said; ISO instants. */
  at: string;
  now: string;
  /** IANA name. */
  zone: string;
  language: Language;
  says: Text<"when">;
  href: string;
}

/** What a week without a free slot says, and the way on. */
export interface EmptyWeekProps {
  title: string;
  /** The next free slot; absent when there is none within the horizon. */
  next?: NextSlot;
  others: { label: string; href: string };
}

/** Stands where the free slots would be. The next free slot is the one thing to do. */
export function EmptyWeek({ title, next, others }: EmptyWeekProps) {
  return (
    <EmptyState
      drawing="empty-appointments"
      title={title}
      action={
        <div class="row">
          {next && (
            <ButtonLink href={next.href}>
              <Spoken form="time" {...spokenOf(next)} />
            </ButtonLink>
          )}
          <ButtonLink kind={next ? "quiet" : "primary"} href={others.href}>
            {others.label}
          </ButtonLink>
        </div>
      }
    />
  );
}

function spokenOf({ at, now, zone, language, says }: NextSlot) {
  return { at, now, zone, language, says };
}

/** The words for a calendar's week, should it be empty or become so. */
export function emptyWeekOf(
  { doctor, next_free_at, reason_id }: CalendarRecord,
  language: Language,
  texts: BookingTexts,
  now: string,
  move?: string,
): EmptyWeekProps {
  return {
    title: next_free_at ? texts.emptyWeek : texts.emptyHorizon,
    next: next_free_at
      ? {
        at: next_free_at,
        now,
        zone: doctor.time_zone,
        language,
        says: texts.nextFreeSlot,
        href: paths.slot(
          language,
          doctor.slug,
          next_free_at,
          { reason: reason_id, move },
        ),
      }
      : undefined,
    others: { label: texts.noSlotSuits, href: paths.home(language) },
  };
}
