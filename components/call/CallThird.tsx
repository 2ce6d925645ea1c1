import type { ComponentChildren } from "preact";
import { VideoView } from "./VideoView.tsx";

interface CallThirdProps {
  stream: MediaStream;
  /** The camera is off. */
  dark: boolean;
  name: string;
  loudspeaker: string;
  /** What can be done with them. */
  children?: ComponentChildren;
}

/** The third person of a call, beside the one who is seen large. */
export function CallThird(props: CallThirdProps) {
  const { stream, dark, name, loudspeaker, children } = props;
  return (
    <div class="call-third">
      <VideoView
        stream={stream}
        label={name}
        dark={dark}
        loudspeaker={loudspeaker}
      />
      <p class="stage-label call-third-name">
        <bdi>{name}</bdi>
        {children}
      </p>
    </div>
  );
}
