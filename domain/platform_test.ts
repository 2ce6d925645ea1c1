import { assertEquals } from "@std/assert";
import { platformOf } from "./platform.ts";

const webkit = "AppleWebKit/605.1.15 (KHTML, like Gecko)";

for (
  const [expected, userAgent, maxTouchPoints] of [
    ["chrome", `Mozilla/5.0 (X11; Linux) ${webkit} Chrome/140.0 Safari/537.36`],
    [
      "chrome",
      `Mozilla/5.0 (Windows NT 10.0) ${webkit} Chrome/140.0 Safari/537.36 Edg/140.0`,
    ],
    ["firefox", "Mozilla/5.0 (Windows NT 10.0; rv:140.0) Firefox/140.0"],
    [
      "safari",
      `Mozilla/5.0 (Macintosh; Intel Mac OS X) ${webkit} Version/18.0 Safari/605.1.15`,
    ],
    [
      "ios",
      `Mozilla/5.0 (Macintosh; Intel Mac OS X) ${webkit} Version/18.0 Safari/605.1.15`,
      5,
    ],
    [
      "ios",
      `Mozilla/5.0 (iPhone; CPU iPhone OS 18_0) ${webkit} CriOS/140.0 Mobile Safari/604.1`,
      5,
    ],
    [
      "android",
      `Mozilla/5.0 (Linux; Android 15) ${webkit} Chrome/140.0 Mobile Safari/537.36`,
      5,
    ],
  ] as const
) {
  Deno.test(`${expected} is known from ${userAgent}`, () => {
    assertEquals(
      platformOf({ userAgent, maxTouchPoints: maxTouchPoints ?? 0 }),
      expected,
    );
  });
}
