import { ButtonLink } from "@/components/ui/Button.tsx";
import { EmptyState } from "@/components/ui/EmptyState.tsx";
import { paths } from "@/domain/paths.ts";
import type { CalendarRecord } from "@/domain/records.ts";
import type { BookingTexts } from "@/i18n/fr/booking.ts";
import { type Language, t } from "@/i18n/mod.ts";
import { formatSpokenTime } from "@/i18n/spoken.ts";

/** What a week without a free slot says, and the way on. */
export interface EmptyWeekProps {
  title: string;
  /** The next free slot; absent when there is none within the horizon. */
  next?: { label: string; href: string };
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
          {next && <ButtonLink href={next.href}>{next.label}</ButtonLink>}
          <ButtonLink kind={next ? "quiet" : "primary"} href={others.href}>
            {others.label}
          </ButtonLink>
        </div>
      }
    />
  );
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
        label: t(texts.nextFreeSlot, {
          when: formatSpokenTime(
            next_free_at,
            language,
            doctor.time_zone,
            now,
          ),
        }),
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
