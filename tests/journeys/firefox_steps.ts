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
