import { watchLevel } from "./level.ts";

/** Above this level something came from the microphone, if only the room: 0 to 1, as `watchLevel` tells it. */
const SOUND = 0.02;

/** How long nothing may come before it is told, in milliseconds: whoever listens says nothing for a while. */
const SILENT_MS = 15_000;

/**
 * Tells once when a microphone that is on has given nothing at all since the start, and that it does; until the
 * returned function is called. After its first sound a microphone works, and its silence is the person's own.
 */
export function watchSilentMicrophone(
  track: MediaStreamTrack,
  onSilent: (silent: boolean) => void,
  listen = (
    of: MediaStreamTrack,
    onLevel: (level: number) => void,
  ) => watchLevel(new MediaStream([of]), onLevel),
): () => void {
  const timer = setTimeout(() => onSilent(true), SILENT_MS);
  let heard = false;
  const stop = listen(track, (level) => {
    if (heard || level < SOUND) return;
    heard = true;
    clearTimeout(timer);
    onSilent(false);
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}
