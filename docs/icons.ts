/** `deno run -A docs/icons.ts`: the PNG files of `static/icons/`, drawn by Chromium from the mark. Run after it changed. */
import { chromium } from "playwright-core";
import { findChromium } from "../tests/chromium.ts";

const folder = new URL("../static/icons/", import.meta.url);
const mark = (size: number, ink: string, letter: string) =>
  `<svg width="${size}" height="${size}" viewBox="0 0 32 32"><path fill="${ink}" d="M16 2a14 14 0 1 1-6.6 26.35L2.8 30l1.9-6.3A14 14 0 0 1 16 2z"/><path d="M9.5 16.2h13a6.5 6.5 0 1 0-2 4.7" fill="none" stroke="${letter}" stroke-width="3.2" stroke-linecap="round" stroke-linejoin="round"/></svg>`;

/** Name, width, height, background, and what stands in the middle. */
const pictures = [
  ["icon-180", 180, 180, "#0b4a59", mark(120, "#fff", "#0b4a59")],
  ["icon-192", 192, 192, "none", mark(184, "#0b5566", "#fff")],
  ["icon-512", 512, 512, "none", mark(492, "#0b5566", "#fff")],
  ["icon-maskable-512", 512, 512, "#0b4a59", mark(300, "#fff", "#0b4a59")],
  [
    "share",
    1200,
    630,
    "#0b4a59",
    `${mark(220, "#fff", "#0b4a59")}<b>eConsult</b>`,
  ],
] as const;

const font = (await Deno.readFile(
  new URL("../static/fonts/atkinson-latin.woff2", import.meta.url),
)).toBase64();

await Deno.mkdir(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: findChromium(),
  args: ["--no-sandbox"],
});
const page = await browser.newPage();
for (const [name, width, height, background, content] of pictures) {
  await page.setViewportSize({ width, height });
  await page.setContent(
    `<style>@font-face{font-family:Atkinson;font-weight:700;src:url(data:font/woff2;base64,${font})}body{margin:0;height:100vh;display:flex;gap:40px;align-items:center;justify-content:center;background:${background};color:#fff;font:700 130px Atkinson}</style>${content}`,
  );
  await page.screenshot({
    path: new URL(`${name}.png`, folder).pathname,
    omitBackground: true,
  });
}
await browser.close();
