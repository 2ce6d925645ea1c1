import type { ComponentChildren } from "preact";

interface CardProps {
  title?: ComponentChildren;
  /** Rank of the heading in the page's outline. */
  level?: 2 | 3;
  /** At the end of the head: a badge, a link. */
  aside?: ComponentChildren;
  /** Buttons at the foot. */
  actions?: ComponentChildren;
  children?: ComponentChildren;
}

/** A card: heading, details, actions. */
export function Card(
  { title, level = 2, aside, actions, children }: CardProps,
) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <section class="card">
      {(title || aside) && (
        <div class="card-head">
          {title && <Heading>{title}</Heading>}
          {aside}
        </div>
      )}
      {children}
      {actions && <div class="card-actions">{actions}</div>}
    </section>
  );
}
