import type { ComponentChildren } from "preact";

interface CallLayoutProps {
  /** The page's heading, for screen readers: `Consultation avec Dr Anne Weber`. */
  title: string;
  /** The remote participant's `<video>`, or a text while there is none. */
  remote: ComponentChildren;
  /** `CallThird`, beside or below the other one. */
  third?: ComponentChildren;
  /** `CallSelf`: the local participant, in a corner. */
  self?: ComponentChildren;
  /** Top left: name, time, quality. */
  status: ComponentChildren;
  /** Top right: the button of the help. */
  help: ComponentChildren;
  /** `ControlButton`s in order; the red cross is the last. */
  controls: ComponentChildren;
  controlsLabel: string;
  /** `CallPanel`: at the right, on a phone a sheet over the lower part. */
  panel?: ComponentChildren;
  /** Closed, it stays in the page: what is written in it is not lost. */
  panelOpen?: boolean;
  /** Reconnecting, a lost device: over the stage's upper edge, never over a face. */
  notice?: ComponentChildren;
  /** A new message while the chat is closed, below the notices. */
  message?: ComponentChildren;
}

/** The call. Always dark, so that faces are the brightest thing; without the site's header: it has the whole window. */
export function CallLayout(props: CallLayoutProps) {
  const { title, remote, third, self, status, help, controls, notice, panel } =
    props;
  const open = panel && props.panelOpen;
  return (
    <div class={`call always-dark${open ? " call-with-panel" : ""}`}>
      <h1 class="visually-hidden">{title}</h1>
      <div class="call-stage">
        <div class={third ? "call-people call-people-two" : "call-people"}>
          <div class="call-remote">{remote}</div>
          {third}
        </div>
        <div class="call-top">
          {status}
          {help}
          {notice}
          {props.message}
        </div>
        {self}
      </div>
      <div class="call-bar" role="toolbar" aria-label={props.controlsLabel}>
        {controls}
      </div>
      {panel && <div class="call-panel" hidden={!open}>{panel}</div>}
    </div>
  );
}
