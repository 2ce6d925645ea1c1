import type { ComponentChildren } from "preact";
import { Drawing, type DrawingName } from "./Drawing.tsx";
import { Icon, type IconName } from "./Icon.tsx";

type EmptyStateProps =
  & {
    title: string;
    /** Rank of the title as a heading; 1 when it is all the page says. Not a heading unless given. */
    level?: 1 | 2 | 3;
    /** What to do now. */
    children?: ComponentChildren;
    action?: ComponentChildren;
  }
  & ({ icon: IconName } | { drawing: DrawingName });

/** A list without entries: says so, and what to do. With a drawing where there is room for one. */
export function EmptyState(props: EmptyStateProps) {
  const { title, level, children, action } = props;
  const Title = level === undefined ? "p" : `h${level}` as const;
  const words = (
    <>
      <Title class="empty-title">{title}</Title>
      {children && <div class="empty-words">{children}</div>}
      {action}
    </>
  );
  if ("drawing" in props) {
    return (
      <div class="empty empty-drawn">
        <Drawing name={props.drawing} />
        <div class="empty-side">{words}</div>
      </div>
    );
  }
  return (
    <div class="empty">
      <span class="empty-picture">
        <Icon name={props.icon} />
      </span>
      {words}
    </div>
  );
}
