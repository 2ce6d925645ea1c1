import { Icon } from "./Icon.tsx";

interface WeekNavProps {
  /** `23 – 29 novembre 2026`. */
  title: string;
  /** Whose time: `Heure de Luxembourg (UTC+01:00)`. */
  note?: string;
  /** Absent in the current week: there is nothing to book before. */
  previous?: { href: string; label: string };
  next: { href: string; label: string };
  /** Leads to the week of the next free slot. */
  nextFree?: { href: string; label: string };
}

/** Which week is shown, and the ways to others. Links: they work without JavaScript. */
export function WeekNav(
  { title, note, previous, next, nextFree }: WeekNavProps,
) {
  return (
    <div class="week-nav">
      <div class="week-nav-title">
        <h2>{title}</h2>
        {note && <p class="soft small">{note}</p>}
      </div>
      <div class="week-nav-links">
        {nextFree && (
          <a class="button button-quiet" href={nextFree.href}>
            {nextFree.label}
          </a>
        )}
        <div class="week-nav-arrows">
          {previous
            ? (
              <a
                class="button button-secondary"
                href={previous.href}
                aria-label={previous.label}
              >
                <Icon name="arrow-left" />
              </a>
            )
            : (
              <span
                class="button button-secondary"
                aria-disabled="true"
                role="presentation"
              >
                <Icon name="arrow-left" />
              </span>
            )}
          <a
            class="button button-secondary"
            href={next.href}
            aria-label={next.label}
          >
            <Icon name="arrow-right" />
          </a>
        </div>
      </div>
    </div>
  );
}
