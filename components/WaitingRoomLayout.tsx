import type { ComponentChildren } from "preact";

interface WaitingRoomLayoutProps {
  /** `Vous attendez Dr Anne Weber`. */
  title: string;
  /** When, how long, which place: a line each. */
  lines: readonly ComponentChildren[];
  /** The `<video>` of oneself, or a `SelfPlaceholder`. */
  self: ComponentChildren;
  /** Under the picture: level meter, choice of devices, test sound. */
  equipment?: ComponentChildren;
  /** `ReadyChecks`. */
  checks: ComponentChildren;
  /** A notice: connection lost, doctor late. */
  notice?: ComponentChildren;
  /** `ChatPanel`; at the bottom right. */
  chat?: ComponentChildren;
  /** Leave, cancel, print; quiet ones. */
  actions?: ComponentChildren;
  /** `IncomingCall`, while it rings. */
  call?: ComponentChildren;
}

/** The waiting room: oneself large, what is ready, whom one waits for. Nothing else moves. */
export function WaitingRoomLayout(props: WaitingRoomLayoutProps) {
  return (
    <div class="waiting">
      <div class="self-view waiting-self">{props.self}</div>
      <div class="waiting-side">
        <div class="waiting-whom">
          <h1>{props.title}</h1>
          {props.lines.map((line, index) => <p key={index}>{line}</p>)}
        </div>
        {props.notice}
        {props.checks}
        {props.actions && <div class="row">{props.actions}</div>}
      </div>
      {props.equipment && <div class="waiting-equipment">{props.equipment}
      </div>}
      {props.chat && <div class="waiting-chat">{props.chat}</div>}
      {props.call}
    </div>
  );
}
