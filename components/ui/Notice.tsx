import type { ComponentChildren } from "preact";
import { Icon, type IconName } from "./Icon.tsx";

type NoticeKind = "info" | "success" | "warning" | "error";

const iconOf: Readonly<Record<NoticeKind, IconName>> = {
  info: "info",
  success: "success",
  warning: "warning",
  error: "error",
};

interface NoticeProps {
  kind?: NoticeKind;
  title?: ComponentChildren;
  /** Announced by screen readers at once (role alert): the result of what the person just did. */
  announce?: boolean;
  children?: ComponentChildren;
}

/** What happened, and what to do. */
export function Notice(
  { kind = "info", title, announce, children }: NoticeProps,
) {
  const role = announce ? (kind === "error" ? "alert" : "status") : undefined;
  return (
    <div class={`notice notice-${kind}`} role={role}>
      <Icon name={iconOf[kind]} />
      <div class="notice-words">
        {title && <p class="notice-title">{title}</p>}
        {children}
      </div>
    </div>
  );
}
