import { Icon } from "@/components/ui/Icon.tsx";

interface WeekNavProps {
  /** `23 – 29 novembre 2026`. */
  title: string;
  /** Whose time: `Heure de Luxembourg (UTC+01:00)`. */
  note?: string;
  /** Absent in the current week: there is nothing to book before. */
  previous?: { href: string; label: string };
  /** Absent in the last week that can be booked. */
  next?: { href: string; label: string };
}

/** Which week is shown, and the ways to others. Links: they work without JavaScript. */
export function WeekNav(
  { title, note, previous, next }: WeekNavProps,
) {
  return (
    <div class="week-nav">
      <div class="week-nav-title">
        <h2>{title}</h2>
        {note && <p class="soft small">{note}</p>}
      </div>
      <div class="week-nav-links">
        <div class="week-nav-arrows">
          <Arrow to={previous} rel="prev" icon="arrow-left" />
          <Arrow to={next} rel="next" icon="arrow-right" />
        </div>
      </div>
    </div>
  );
}

/** Link to another week. Where there is none, its space is kept, so that the other arrow does not move. */
function Arrow(
  { to, rel, icon }: {
    to?: { href: string; label: string };
    rel: "prev" | "next";
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
    <a
      class="button button-secondary"
      rel={rel}
      href={to.href}
      aria-label={to.label}
    >
      <Icon name={icon} />
    </a>
  );
}
