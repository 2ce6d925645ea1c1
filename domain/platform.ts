/** Browsers and devices that ask for camera and microphone each in a place of its own. */
export const platforms = [
  "chrome",
  "firefox",
  "safari",
  "ios",
  "android",
] as const;

export type Platform = (typeof platforms)[number];

/** Which of them a page runs in, by its `navigator`; Chrome stands for every browser that is made like it. */
export function platformOf(
  { userAgent, maxTouchPoints }: Pick<
    Navigator,
    "userAgent" | "maxTouchPoints"
  >,
): Platform {
  // An iPad calls itself a Macintosh, and is the only one with a touch screen.
  const tablet = userAgent.includes("Macintosh") && maxTouchPoints > 1;
  if (tablet || /iPhone|iPad|iPod/.test(userAgent)) return "ios";
  if (userAgent.includes("Android")) return "android";
  if (userAgent.includes("Firefox")) return "firefox";
  return /Safari/.test(userAgent) && !/Chrom(e|ium)/.test(userAgent)
    ? "safari"
    : "chrome";
}
