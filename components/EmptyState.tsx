import type { ComponentChildren } from "preact";
import { Icon, type IconName } from "./Icon.tsx";

interface EmptyStateProps {
  icon: IconName;
  title: string;
  /** What to do now. */
  children?: ComponentChildren;
  action?: ComponentChildren;
}

/** A list without entries: says so, and what to do. */
export function EmptyState({ icon, title, children, action }: EmptyStateProps) {
  return (
    <div class="empty">
      <span class="empty-picture">
        <Icon name={icon} />
      </span>
      <p class="empty-title">{title}</p>
      {children && <div class="empty-words">{children}</div>}
      {action}
    </div>
  );
}
