import type { ComponentChildren } from "preact";
import { Icon, type IconName } from "@/components/ui/Icon.tsx";

interface SelfPlaceholderProps {
  title: string;
  /** `camera` while it can still be turned on. */
  icon?: IconName;
  children?: ComponentChildren;
}

/** Replaces the local video when the camera is off, absent or refused. */
export function SelfPlaceholder(
  { title, icon = "camera-off", children }: SelfPlaceholderProps,
) {
  return (
    <div class="self-placeholder">
      <Icon name={icon} />
      <p class="self-placeholder-title">{title}</p>
      {children}
    </div>
  );
}
