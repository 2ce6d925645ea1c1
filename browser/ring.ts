/** Rings until the returned function is called. Where the browser forbids sound, the button still blinks. */
export function ring(source = "/sounds/ring.wav"): () => void {
  const sound = new Audio(source);
  sound.loop = true;
  const vibration = setInterval(
    () => navigator.vibrate?.([400, 200, 400]),
    2_000,
  );
  void sound.play().catch(() => {});
  return () => {
    clearInterval(vibration);
    sound.pause();
    sound.removeAttribute("src");
    sound.load();
  };
}

/** Plays a sound once on a loudspeaker; resolves when it has ended. Throws when the browser forbids it. */
export async function playOnce(
  source: string,
  loudspeaker: string,
): Promise<void> {
  const sound = new Audio(source);
  if (loudspeaker !== "" && "setSinkId" in sound) {
    await sound.setSinkId(loudspeaker);
  }
  const ended = new Promise<void>((resolve) => {
    sound.onended = () => resolve();
  });
  await sound.play();
  await ended;
}
