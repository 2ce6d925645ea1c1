import type { BrowserContext } from "playwright-core";
import { house } from "../tests/house.ts";

/** Asks the app as a browser that somebody is signed in with would. Throws for what is no success and no redirect. */
export type Visit = (path: string, init?: RequestInit) => Promise<Uint8Array>;

/** Takes the session out of a browser; none is a visitor. */
export async function visitAs(browser?: BrowserContext): Promise<Visit> {
  const { appUrl } = house();
  const cookies = await browser?.cookies(appUrl) ?? [];
  const headers = {
    Cookie: cookies.map(({ name, value }) => `${name}=${value}`).join("; "),
    Origin: appUrl,
    "Accept-Encoding": "identity",
  };
  return async (path, init = {}) => {
    const response = await fetch(appUrl + path, {
      ...init,
      redirect: "manual",
      headers: { ...headers, ...init.headers },
    });
    const bytes = await response.bytes();
    if (response.status >= 400) {
      throw new Error(`${path} answers ${response.status}`);
    }
    return bytes;
  };
}
