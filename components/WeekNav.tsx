import { Icon } from "./Icon.tsx";

interface WeekNavProps {
  /** `23 – 29 novembre 2026`. */
  title: string;
  /** Whose time: `Heure de Luxembourg (UTC+01:00)`. */
  note?: string;
  /** Absent in the current week: there is nothing to book before. */
  previous?: { href: string; label: string };
  /** Absent in the last week that can be booked. */
  next?: { href: string; label: string };
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
          <Arrow to={previous} icon="arrow-left" />
          <Arrow to={next} icon="arrow-right" />
        </div>
      </div>
    </div>
  );
}

/** A way to another week; where there is none, its place stays, so that the other arrow does not move. */
function Arrow(
  { to, icon }: {
    to?: { href: string; label: string };
    icon: "arrow-left" | "arrow-right";
  },
) {
  if (!to) {
    return (
      <span class="button button-secondary button-off" aria-hidden="true">
        <Icon name={icon} />
      </span>
    );
  }
  return (
    <a class="button button-secondary" href={to.href} aria-label={to.label}>
      <Icon name={icon} />
    </a>
  );
}
