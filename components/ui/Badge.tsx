import type { ComponentChildren } from "preact";
import type { AppointmentState } from "@/domain/appointment.ts";
import type { FrameTexts } from "@/i18n/fr/frame.ts";
import { Icon, type IconName } from "./Icon.tsx";

export type BadgeKind = "neutral" | "action" | "call" | "wait" | "end";

/** A state as a word. Colour is never the only sign (WCAG 1.4.1). */
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

/** The words of the states. */
export type StateTexts = Pick<
  FrameTexts,
  | "stateBooked"
  | "stateWaiting"
  | "stateCalling"
  | "stateInProgress"
  | "stateCompleted"
  | "stateCancelled"
  | "stateNoShow"
>;

const looks: Readonly<
  Record<
    AppointmentState,
    { kind: BadgeKind; icon: IconName; text: keyof StateTexts }
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

/** Kind, picture and word of a state: for what is no badge. */
export function stateLook(state: AppointmentState, texts: StateTexts) {
  const { kind, icon, text } = looks[state];
  return { kind, icon, text: texts[text] };
}

/** The state of an appointment, in the person's language. */
export function StateBadge(
  { state, texts }: { state: AppointmentState; texts: StateTexts },
) {
  const { kind, icon, text } = stateLook(state, texts);
  return <Badge kind={kind} icon={icon}>{text}</Badge>;
}
