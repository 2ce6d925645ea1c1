import { useEffect, useRef } from "preact/hooks";

interface VideoViewProps {
  stream: MediaStream | null;
  /** Its name for screen readers. */
  label: string;
  /** The local participant: muted and mirrored. */
  self?: boolean;
  /** A shared screen: `object-fit: contain`, nothing is cropped. */
  screen?: boolean;
  /** The camera is off: its last picture is not shown, the sound goes on. */
  dark?: boolean;
  /** Where the sound goes; empty: the default. */
  loudspeaker?: string;
}

/** A live video with its sound. */
export function VideoView(
  { stream, label, self, screen, dark, loudspeaker = "" }: VideoViewProps,
) {
  const element = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const video = element.current;
    if (!video || video.srcObject === stream) return;
    video.srcObject = stream;
    video.play().catch((error) => {
      // Refused when the person has not touched the page yet: then the browser's own controls start it.
      if (error.name === "NotAllowedError") video.controls = !self;
    });
  }, [stream]);
  useEffect(() => {
    const video = element.current;
    if (video && "setSinkId" in video && !self) {
      void video.setSinkId(loudspeaker).catch(() => {});
    }
  }, [loudspeaker]);
  return (
    <video
      ref={element}
      class={dark ? "call-dark" : screen ? "call-shared-screen" : undefined}
      aria-label={label}
      autoplay
      playsInline
      muted={self}
    />
  );
}
