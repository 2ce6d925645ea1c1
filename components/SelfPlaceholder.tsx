import type { ComponentChildren } from "preact";
import { Icon, type IconName } from "./Icon.tsx";

interface SelfPlaceholderProps {
  title: string;
  /** `camera` while it can still be turned on. */
  icon?: IconName;
  children?: ComponentChildren;
}

/** Instead of one's picture: the camera is off, absent or refused, and what to do. */
export function SelfPlaceholder(
  { title, icon = "camera-off", children }: SelfPlaceholderProps,
) {
  return (
    <div class="self-placeholder always-dark">
      <Icon name={icon} />
      <p class="self-placeholder-title">{title}</p>
      {children}
    </div>
  );
}
