import { exists, needPrograms } from "./debian.ts";

/** Where Chromium or Chrome usually is; `CHROMIUM` names another one. */
const places = [
  Deno.env.get("CHROMIUM"),
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

const SHELL = "/usr/bin/chromium-headless-shell";

/** The path of a Chromium on this machine. Throws when there is none. */
export function findChromium(): string {
  const found = places.find((place) => place !== undefined && exists(place));
  if (found !== undefined) return found;
  throw new Error(
    "No Chromium found. Install Chromium or Chrome, or name one with CHROMIUM=/path",
  );
}

/**
 * The path of Chromium's headless shell, which has the engine and nothing around it, and does the same in two thirds
 * of the time; where there is none, of the whole browser. Throws when there is neither.
 */
export function findHeadlessShell(): string {
  const named = Deno.env.get("CHROMIUM");
  return named === undefined && exists(SHELL) ? SHELL : findChromium();
}

/** Installs Debian's Chromium where there is none and we may; throws what `findChromium` throws otherwise. */
export async function needChromium(): Promise<void> {
  const both = () => {
    findChromium();
    if (!exists(SHELL)) throw new Error(`No ${SHELL}`);
  };
  try {
    await needPrograms(both, "chromium", "chromium-headless-shell");
  } catch {
    await needPrograms(findChromium, "chromium");
  }
}
