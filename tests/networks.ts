import type { Browser, Page } from "playwright-core";

/**
 * Cuts a browser off as if its cable were pulled, until `reconnect` is called or the scope ends (`using`): its network
 * process stands still, so nothing gets in or out, calls in progress included, and nobody is told. DevTools' "offline"
 * would leave the direct connection of a call alone.
 */
export async function cutOff(
  browser: Browser,
): Promise<Disposable & { reconnect: () => void }> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  await session.detach();
  const network = processInfo.find(({ type }) => /NetworkService/.test(type));
  if (network === undefined) throw new Error("No network process found");
  Deno.kill(network.id, "SIGSTOP");
  const reconnect = () => Deno.kill(network.id, "SIGCONT");
  // A test that fails meanwhile must not hold up those behind it.
  return { reconnect, [Symbol.dispose]: reconnect };
}

/** Lets the direct connections of calls on this page be ended by `endDirect`; before the page is loaded. */
export async function keepDirect(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const made: RTCPeerConnection[] = [];
    const Original = RTCPeerConnection;
    globalThis.RTCPeerConnection = class extends Original {
      constructor(configuration?: RTCConfiguration) {
        super(configuration);
        made.push(this);
      }
    };
    document.addEventListener("end-direct", () => {
      for (const connection of made) connection.close();
    });
  });
}

/** Ends the direct connections of a page's calls; everything else goes on. */
export async function endDirect(page: Page): Promise<void> {
  await page.evaluate(() => {
    document.dispatchEvent(new Event("end-direct"));
  });
}

/**
 * Takes the microphone away from a page that uses it, as the browser's settings do: its track ends, as when it is
 * unplugged. The returned function allows it again; the page has to ask for it.
 */
export async function takeMicrophone(
  page: Page,
): Promise<() => Promise<void>> {
  const browser = await page.context().browser()?.newBrowserCDPSession();
  if (!browser) throw new Error("The page has no browser");
  const session = await page.context().newCDPSession(page);
  const { targetInfo } = await session.send("Target.getTargetInfo");
  const { browserContextId } = targetInfo;
  await browser.send("Browser.setPermission", {
    permission: { name: "microphone" },
    setting: "denied",
    origin: new URL(page.url()).origin,
    browserContextId,
  });
  return async () => {
    await browser.send("Browser.resetPermissions", { browserContextId });
  };
}
