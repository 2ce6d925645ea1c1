import type { ReadonlySignal } from "@preact/signals";

/** How long it is listened before the sound, in milliseconds: a fan is no echo. */
const BEFORE_MS = 300;

/** How often the level is read, in milliseconds. */
const EVERY_MS = 60;

/** So much louder than before (7 dB of the 48 of the meter), for so many readings: a cough is shorter. */
const LOUDER = 0.15;
const READINGS = 5;

/**
 * Plays a sound and tells whether the microphone heard it. `level`: 0 to 1, as `watchLevel` measures it. Throws what
 * `play` throws.
 */
export async function hearsItself(
  level: ReadonlySignal<number>,
  play: () => Promise<void>,
): Promise<boolean> {
  const readings: number[] = [];
  const timer = setInterval(() => readings.push(level.peek()), EVERY_MS);
  try {
    await new Promise((done) => setTimeout(done, BEFORE_MS));
    const before = Math.max(0, ...readings.splice(0));
    await play();
    return readings.filter((one) => one >= before + LOUDER).length >= READINGS;
  } finally {
    clearInterval(timer);
  }
}
