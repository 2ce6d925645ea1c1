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

/** The path of a Chromium on this machine. Throws when there is none. */
export function findChromium(): string {
  const found = places.find((place) => place !== undefined && exists(place));
  if (found !== undefined) return found;
  throw new Error(
    "No Chromium found. Install Chromium or Chrome, or name one with CHROMIUM=/path",
  );
}

/** Installs Debian's Chromium where there is none and we may; throws what `findChromium` throws otherwise. */
export async function needChromium(): Promise<void> {
  try {
    findChromium();
  } catch (error) {
    const canInstall = exists("/usr/bin/apt-get") && Deno.uid() === 0;
    if (!canInstall) throw error;
    console.log("Installing Chromium…");
    await run("apt-get", "update", "-qq");
    await run("apt-get", "install", "-y", "-qq", "chromium");
    findChromium();
  }
}

async function run(command: string, ...args: string[]): Promise<void> {
  const { success, stderr } = await new Deno.Command(command, {
    args,
    env: { DEBIAN_FRONTEND: "noninteractive" },
    stdout: "null",
    stderr: "piped",
  }).output();
  if (!success) {
    throw new Error(
      `${command} ${args[0]} failed: ${new TextDecoder().decode(stderr)}`,
    );
  }
}

function exists(path: string): boolean {
  try {
    Deno.statSync(path);
    return true;
  } catch {
    return false;
  }
}
