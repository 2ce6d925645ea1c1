import type { ComponentChildren } from "preact";
import { Icon, type IconName } from "./Icon.tsx";

interface EmptyStateProps {
  icon: IconName;
  title: string;
  /** Rank of the title as a heading; 1 when it is all the page says. Not a heading unless given. */
  level?: 1 | 2 | 3;
  /** What to do now. */
  children?: ComponentChildren;
  action?: ComponentChildren;
}

/** A list without entries: says so, and what to do. */
export function EmptyState(
  { icon, title, level, children, action }: EmptyStateProps,
) {
  const Title = level === undefined ? "p" : `h${level}` as const;
  return (
    <div class="empty">
      <span class="empty-picture">
        <Icon name={icon} />
      </span>
      <Title class="empty-title">{title}</Title>
      {children && <div class="empty-words">{children}</div>}
      {action}
    </div>
  );
}
