import type { ComponentChildren } from "preact";
import type { AppointmentState } from "@/domain/appointment.ts";
import type { FrameTexts } from "@/i18n/fr/frame.ts";
import { Icon, type IconName } from "./Icon.tsx";

export type BadgeKind = "neutral" | "action" | "call" | "wait" | "end";

/** A word that tells a state. The colour repeats it and never says it alone. */
export function Badge(
  { kind = "neutral", icon, children }: {
    kind?: BadgeKind;
    icon?: IconName;
    children: ComponentChildren;
  },
) {
  return (
    <span class={`badge badge-${kind}`}>
      {icon && <Icon name={icon} />}
      {children}
    </span>
  );
}

const looks: Readonly<
  Record<
    AppointmentState,
    { kind: BadgeKind; icon: IconName; text: keyof FrameTexts }
  >
> = {
  booked: { kind: "action", icon: "calendar", text: "stateBooked" },
  waiting: { kind: "wait", icon: "clock", text: "stateWaiting" },
  calling: { kind: "call", icon: "phone", text: "stateCalling" },
  in_progress: { kind: "call", icon: "camera", text: "stateInProgress" },
  completed: { kind: "neutral", icon: "check", text: "stateCompleted" },
  cancelled: { kind: "end", icon: "cross", text: "stateCancelled" },
  no_show: { kind: "end", icon: "user", text: "stateNoShow" },
};

/** The state of an appointment, in the person's language. */
export function StateBadge(
  { state, texts }: { state: AppointmentState; texts: FrameTexts },
) {
  const { kind, icon, text } = looks[state];
  return <Badge kind={kind} icon={icon}>{texts[text]}</Badge>;
}
