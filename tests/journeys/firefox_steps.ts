import type { Page } from "puppeteer-core";
import { byRole } from "../firefox.ts";

/** Does what leads to another page, and waits for it: what is found on the page before is gone by then. */
export async function leads(
  page: Page,
  act: () => Promise<void>,
): Promise<void> {
  await Promise.all([page.waitForNavigation(), act()]);
}

/** Presses the button of this name. */
export async function press(page: Page, name: string): Promise<void> {
  await byRole(page, "button", name).click();
}

/**
 * Waits until the video with this name shows a picture that moves on. Throws after 40 s, with what the page shows
 * instead.
 */
export async function seesPicture(page: Page, name: string): Promise<void> {
  // Firefox counts no frames of a stream: its pixels tell.
  const moves = (label: string) => {
    const video = [...document.querySelectorAll("video")]
      .find((one) => one.getAttribute("aria-label") === label);
    const [width, height] = [160, 90];
    const context = new OffscreenCanvas(width, height).getContext("2d");
    if (!video || video.videoWidth === 0 || !context) return false;
    context.drawImage(video, 0, 0, width, height);
    const { data } = context.getImageData(0, 0, width, height);
    const sum = data.reduce((all, one, place) => (all * 31 + one + place) | 0);
    const before = video.dataset.seen;
    video.dataset.seen = String(sum);
    return before !== undefined && before !== video.dataset.seen;
  };
  const options = { polling: 200, timeout: 40_000 };
  try {
    await page.waitForFunction(moves, options, name);
  } catch (cause) {
    const shown = await page.evaluate(() => document.body.innerText);
    throw new Error(`${name} is not seen: ${shown}`, { cause });
  }
}
