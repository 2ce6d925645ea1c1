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

/** Waits until sound arrives from the other side: the energy received grows. Throws after 40 s. */
export async function hears(page: Page, name: string): Promise<void> {
  await page.waitForFunction(
    (label) => {
      const video = [...document.querySelectorAll("video")]
        .find((one) => one.getAttribute("aria-label") === label);
      const stream = video?.srcObject;
      if (!(stream instanceof MediaStream)) return false;
      const [track] = stream.getAudioTracks();
      return track?.readyState === "live" && !track.muted && !video?.muted;
    },
    name,
    { timeout: 40_000 },
  );
}
