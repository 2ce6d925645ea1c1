import { watchLevel } from "./level.ts";

/** From this level on it is a voice, not the room: between 0 and 1, as `watchLevel` tells it. */
const VOICE = 0.5;
/** How many of the last samples are a voice when somebody speaks; there are about 15 a second. */
const SAMPLES = 20;
const VOICED = 8;
/** How long it is told after the last word, in milliseconds. */
const TOLD_FOR_MS = 4_000;

/**
 * Tells whether somebody speaks into a microphone that is muted, until the returned function is called. `listen` gives
 * the loudness of a track, also of a muted one.
 */
export function watchMutedSpeech(
  track: MediaStreamTrack,
  onSpeaking: (speaking: boolean) => void,
  listen = listenToCopy,
): () => void {
  let last: boolean[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = listen(track, (level) => {
    last = [...last, level > VOICE].slice(-SAMPLES);
    if (last.filter(Boolean).length < VOICED) return;
    onSpeaking(true);
    clearTimeout(timer);
    timer = setTimeout(() => onSpeaking(false), TOLD_FOR_MS);
  });
  return () => {
    clearTimeout(timer);
    stop();
    onSpeaking(false);
  };
}

/** A muted track gives silence: a copy of it is listened to, on this device alone. */
function listenToCopy(
  track: MediaStreamTrack,
  onLevel: (level: number) => void,
): () => void {
  const copy = track.clone();
  copy.enabled = true;
  const stop = watchLevel(new MediaStream([copy]), onLevel);
  return () => {
    stop();
    copy.stop();
  };
}
