import type { ComponentChildren } from "preact";

interface CallLayoutProps {
  /** The page's heading, for screen readers: `Consultation avec Dr Anne Weber`. */
  title: string;
  /** The other person's `<video>`, or words while it is not there. */
  remote: ComponentChildren;
  /** One's own `<video>`. */
  self?: ComponentChildren;
  /** Top left: name, time, quality. */
  status: ComponentChildren;
  /** `ControlButton`s in order; the red cross is the last. */
  controls: ComponentChildren;
  controlsLabel: string;
  /** `ChatPanel`: at the right, on a phone a sheet over the lower half. */
  chat?: ComponentChildren;
  /** Closed, it stays in the page: what is written in it is not lost. */
  chatOpen?: boolean;
  /** Reconnecting, unread files: over the stage's upper edge, never over a face. */
  notice?: ComponentChildren;
}

/** The call. Always dark, so that faces are the brightest thing. Fills its container. */
export function CallLayout(props: CallLayoutProps) {
  const { title, remote, self, status, controls, controlsLabel, notice } =
    props;
  const { chat, chatOpen = true } = props;
  return (
    <div
      class={`call always-dark${chat && chatOpen ? " call-with-chat" : ""}`}
    >
      <h1 class="visually-hidden">{title}</h1>
      <div class="call-stage">
        <div class="call-remote">{remote}</div>
        <div class="call-top">
          {status}
          {notice}
        </div>
        {self && <div class="call-self">{self}</div>}
      </div>
      <div class="call-bar" role="toolbar" aria-label={controlsLabel}>
        {controls}
      </div>
      {chat && <div class="call-chat" hidden={!chatOpen}>{chat}</div>}
    </div>
  );
}
