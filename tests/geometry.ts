import { assert } from "@std/assert";
import type { Locator, Page } from "playwright-core";

/** A window in CSS pixels. */
export type Size = readonly [width: number, height: number];

/** Makes the window this large, and waits until the page is laid out anew. */
export async function resize(page: Page, [width, height]: Size): Promise<void> {
  await page.setViewportSize({ width, height });
  await page.evaluate(async () => {
    await new Promise(requestAnimationFrame);
    // A panel slides in anew; the green button's pulse has no end.
    const ending = document.getAnimations().filter(({ effect }) =>
      effect?.getTiming().iterations !== Infinity
    );
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });
}

/** Makes the page's text twice as large, or as large as it was. */
export async function enlarge(page: Page, large: boolean): Promise<void> {
  await page.evaluate(async (size) => {
    document.documentElement.style.fontSize = size;
    await new Promise(requestAnimationFrame);
  }, large ? "200%" : "");
}

/** Fails unless all of an element lies within the window, and nothing lies over it. */
export async function assertWhole(what: Locator, where: string): Promise<void> {
  const fault = await what.evaluate((element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    if (left < 0 || top < 0 || right > innerWidth || bottom > innerHeight) {
      return `lies at ${left},${top} to ${right},${bottom}`;
    }
    const points = [
      [(left + right) / 2, (top + bottom) / 2],
      [(left + right) / 2, top + 2],
      [(left + right) / 2, bottom - 2],
    ] as const;
    for (const [x, y] of points) {
      const over = document.elementFromPoint(x, y);
      if (over && !element.contains(over)) {
        return `is covered by ${over.tagName}.${over.className}`;
      }
    }
    return null;
  });
  assert(fault === null, `${where}: ${await what.innerText()} ${fault}`);
}

/** Fails unless an element lies whole within the window once the page, and nothing within it, is scrolled. */
export async function assertReached(
  what: Locator,
  where: string,
): Promise<void> {
  await what.evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    scrollBy(0, (top + bottom - innerHeight) / 2);
  });
  await assertWhole(what, where);
}

/** Fails when two of the elements that are seen lie over each other, or what is written in one is wider than it. */
export async function assertApart(
  page: Page,
  selector: string,
  where: string,
): Promise<void> {
  const faults = await page.evaluate((selector) => {
    const boxes = [...document.querySelectorAll(selector)]
      .filter((one) => one.checkVisibility())
      .map((one) => {
        const words = document.createRange();
        words.selectNodeContents(one);
        return [one.textContent, words.getBoundingClientRect()] as const;
      });
    return boxes.flatMap(([text, a], place) =>
      boxes.slice(place + 1).flatMap(([other, b]) =>
        a.left < b.right && b.left < a.right && a.top < b.bottom &&
          b.top < a.bottom
          ? [`${text} lies over ${other}`]
          : []
      )
    );
  }, selector);
  assert(faults.length === 0, `${where}: ${faults.join(", ")}`);
}

/** Fails when the page can be scrolled sideways. */
export async function assertNotWider(page: Page, where: string): Promise<void> {
  const wider = await page.evaluate(() =>
    document.documentElement.scrollWidth - innerWidth
  );
  assert(wider <= 0, `${where}: the page is ${wider} px wider than the window`);
}

/** Fails when the page can be scrolled up and down. */
export async function assertNotHigher(
  page: Page,
  where: string,
): Promise<void> {
  const higher = await page.evaluate(() =>
    document.documentElement.scrollHeight - innerHeight
  );
  assert(higher <= 0, `${where}: the page is ${higher} px too high`);
}

/** Fails unless an element is this wide and high, in pixels. */
export async function assertLarge(
  what: Locator,
  { width = 0, height = 0 }: { width?: number; height?: number },
  where: string,
): Promise<void> {
  const box = await what.boundingBox();
  assert(
    box !== null && box.width >= width && box.height >= height,
    `${where}: ${await what
      .innerText()} measures ${box?.width} × ${box?.height}`,
  );
}
