import type { Page } from "playwright-core";

/**
 * Waits until the video with this name shows a picture that moves on: what a person would call "I see him".
 * Throws after 40 s.
 */
export async function seesVideoOf(page: Page, name: string): Promise<void> {
  await page.waitForFunction(
    (label) => {
      const video = [...document.querySelectorAll("video")]
        .find((one) => one.getAttribute("aria-label") === label);
      if (!video || video.videoWidth === 0) return false;
      const seen = Number(video.dataset.seen ?? Infinity);
      video.dataset.seen ??= String(video.currentTime);
      return video.currentTime > seen + 0.5;
    },
    name,
    { timeout: 40_000 },
  );
}

/**
 * Waits until sound arrives from the other side and is not held back: the beeps of Chromium's microphone move the
 * samples. Throws after 40 s.
 */
export async function hears(page: Page, name: string): Promise<void> {
  const heard = await page.evaluate(async (label) => {
    const context = new AudioContext();
    const samples = new Float32Array(2048);
    let track: MediaStreamTrack | undefined;
    let analyser: AnalyserNode | undefined;
    const end = performance.now() + 40_000;
    try {
      while (performance.now() < end) {
        const video = [...document.querySelectorAll("video")]
          .find((one) => one.getAttribute("aria-label") === label);
        const stream = video?.srcObject;
        const [audio] = stream instanceof MediaStream
          ? stream.getAudioTracks()
          : [];
        if (audio && audio !== track) {
          track = audio;
          analyser = context.createAnalyser();
          context.createMediaStreamSource(new MediaStream([audio]))
            .connect(analyser);
        }
        analyser?.getFloatTimeDomainData(samples);
        const loudest = Math.max(...samples.map(Math.abs));
        if (audio && !video?.muted && loudest > 0.01) return true;
        await new Promise((done) => setTimeout(done, 50));
      }
      return false;
    } finally {
      await context.close();
    }
  }, name);
  if (!heard) throw new Error(`Nothing of ${name} is heard`);
}
