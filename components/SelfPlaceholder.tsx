import type { ComponentChildren } from "preact";
import { Icon } from "./Icon.tsx";

/** Instead of one's picture: the camera is off, absent or refused, and what to do. */
export function SelfPlaceholder(
  { title, children }: { title: string; children?: ComponentChildren },
) {
  return (
    <div class="self-placeholder always-dark">
      <Icon name="camera-off" />
      <p class="self-placeholder-title">{title}</p>
      {children}
    </div>
  );
}
