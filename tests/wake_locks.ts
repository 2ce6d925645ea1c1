import type { Page } from "playwright-core";

declare global {
  interface Window {
    /** The wake locks that the page asked for, and whether it still holds them. */
    wakeLocks: { released: boolean }[];
  }
}

/** Reloads a page with wake locks that are counted: a browser without a screen gives none. */
export async function countWakeLocks(page: Page): Promise<void> {
  await page.context().addInitScript(() => {
    self.wakeLocks = [];
    const request = () => {
      const lock = {
        released: false,
        release() {
          lock.released = true;
          return Promise.resolve();
        },
      };
      self.wakeLocks.push(lock);
      return Promise.resolve(lock);
    };
    Object.defineProperty(navigator, "wakeLock", { value: { request } });
  });
  await page.reload();
}

/** Waits until the page holds a wake lock, lets it lose that as a hidden page does, and waits until it has another. */
export async function staysAwake(page: Page): Promise<void> {
  await page.waitForFunction(holdsLock);
  await page.evaluate(() => {
    const show = (visibilityState: string) => {
      Object.defineProperty(document, "visibilityState", {
        value: visibilityState,
        configurable: true,
      });
      document.dispatchEvent(new Event("visibilitychange"));
    };
    for (const lock of self.wakeLocks) lock.released = true;
    show("hidden");
    if (self.wakeLocks.some(({ released }) => !released)) {
      throw new Error("A hidden page asked for a wake lock");
    }
    show("visible");
  });
  await page.waitForFunction(holdsLock);
}

/** Waits until the page lets the screen sleep. */
export async function mayFallAsleep(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    self.wakeLocks.every(({ released }) => released)
  );
}

function holdsLock(): boolean {
  return self.wakeLocks.some(({ released }) => !released);
}
