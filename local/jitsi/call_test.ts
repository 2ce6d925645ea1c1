import { assertEquals } from "@std/assert";
import {
  type Browser,
  chromium,
  type Page,
  type WebSocketRoute,
} from "playwright-core";
import { token, withJitsi } from "./client_testing.ts";

const ARGS = [
  "--no-sandbox",
  "--use-fake-device-for-media-stream=fps=8",
  "--use-fake-ui-for-media-stream",
  "--autoplay-policy=no-user-gesture-required",
];
const LIMIT = { timeout: 40_000 };

/** Runs `test` with a browser and a page's address that loads the library from `jitsi`. */
async function withBrowser(
  test: (browser: Browser, page: string, jitsi: string) => Promise<void>,
): Promise<void> {
  await withJitsi(async (port) => {
    const jitsi = `http://localhost:${port}`;
    const script = await Deno.readTextFile(
      new URL("call_testing.js", import.meta.url),
    );
    const html =
      `<!doctype html><title>Call</title><script src="${jitsi}/libs/lib-jitsi-meet.min.js"></script>
      <script>${script}</script>`;
    const headers = { "content-type": "text/html" };
    const serve = { port: 0, hostname: "127.0.0.1", onListen() {} };
    await using app = Deno.serve(serve, () => new Response(html, { headers }));
    const executablePath = Deno.env.get("CHROMIUM") ?? "/usr/bin/chromium";
    const browser = await chromium.launch({ executablePath, args: ARGS });
    try {
      await test(browser, `http://localhost:${app.addr.port}/`, jitsi);
    } finally {
      await browser.close();
    }
  });
}

/** Opens the page as this person and goes for the room. */
async function enter(
  browser: Browser,
  address: string,
  jitsi: string,
  jwt: string,
  sockets: WebSocketRoute[] = [],
) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.routeWebSocket(/xmpp-websocket/, (socket) => {
    socket.connectToServer();
    sockets.push(socket);
  });
  await page.goto(address);
  await page.evaluate(
    `enter(${JSON.stringify(jitsi)}, ${JSON.stringify(jwt)}, "r1")`,
  );
  return page;
}

function sees(page: Page, event: string) {
  return page.waitForFunction(
    `seen.includes(${JSON.stringify(event)})`,
    null,
    LIMIT,
  );
}

function plays(page: Page, after: number, others = 1) {
  return page.waitForFunction(`plays(${after}, ${others})`, null, LIMIT);
}

Deno.test("two people see and hear each other, chat, and survive a lost connection", async () => {
  await withBrowser(async (browser, address, jitsi) => {
    const sockets: WebSocketRoute[] = [];
    const patient = await enter(
      browser,
      address,
      jitsi,
      await token("pat"),
      sockets,
    );
    const doctor = await enter(
      browser,
      address,
      jitsi,
      await token("doc"),
      sockets,
    );
    const both = [patient, doctor];
    await Promise.all(both.map((page) => plays(page, 0.5)));
    await patient.evaluate('conference.sendTextMessage("Bonjour <b>")');
    await Promise.all(both.map((page) => sees(page, "message Bonjour <b>")));

    assertEquals(sockets.length, 2);
    for (const socket of [...sockets]) await socket.close();
    for (const page of both) {
      const resumed =
        'seen.filter((one) => one.startsWith("connected")).length === 2';
      await page.waitForFunction(resumed, null, LIMIT);
    }
    await doctor.evaluate('conference.sendTextMessage("encore là")');
    await Promise.all(both.map((page) => sees(page, "message encore là")));
    const time = Number(await patient.evaluate("seconds()"));
    await plays(patient, time + 1);
    assertEquals(
      await patient.evaluate('seen.filter((one) => one.startsWith("left"))'),
      [],
    );

    await doctor.evaluate("conference.leave()");
    await patient.waitForFunction(
      'seen.some((one) => one.startsWith("left"))',
      null,
      LIMIT,
    );
  });
});

Deno.test("three people see and hear each other by the bridge, and two directly again", async () => {
  await withBrowser(async (browser, address, jitsi) => {
    const come = async (name: string) =>
      await enter(browser, address, jitsi, await token(name));
    const two = [await come("pat"), await come("doc")];
    await Promise.all(two.map((page) => plays(page, 0.5)));
    const guest = await come("guest");
    await Promise.all([...two, guest].map((page) => plays(page, 0.5, 2)));
    await guest.evaluate("conference.leave()");
    await Promise.all(two.map((page) => plays(page, 0.5)));
  });
});

Deno.test("the library reports an expired token and a wrong room", async () => {
  await withBrowser(async (browser, address, jitsi) => {
    const past = Math.floor(Date.now() / 1000) - 5;
    const expired = await enter(
      browser,
      address,
      jitsi,
      await token("a", { exp: past }),
    );
    await expired.waitForFunction(
      'seen.some((one) => one.startsWith("connection failed connection.passwordRequired token is expired"))',
      null,
      LIMIT,
    );
    const elsewhere = await enter(
      browser,
      address,
      jitsi,
      await token("b", { room: "r2" }),
    );
    await sees(
      elsewhere,
      "conference failed conference.connectionError.notAllowed",
    );
  });
});
