import { assert, assertEquals } from "@std/assert";

/** Colour pairs of `static/styles/tokens.css` that stand on each other, and what WCAG 2.2 asks (1.4.3, 1.4.11). */
const text = 4.5;
const shape = 3;
const grounds = ["ground", "surface", "sunken"];

const pairs: readonly [front: string, back: string, least: number][] = [
  ...grounds.flatMap((ground): [string, string, number][] => [
    ["text", ground, text],
    ["text-soft", ground, text],
    ["action", ground, text],
    ["action-strong", ground, text],
    ["end-text", ground, text],
    ["call-text", ground, text],
    ["wait-text", ground, text],
    ["line-strong", ground, shape],
    ["accent", ground, shape],
    ["action", ground, shape],
    ["call-line", ground, shape],
    ["end-line", ground, shape],
    ["wait-line", ground, shape],
  ]),
  ["call", "surface", shape],
  ["end", "ground", shape],
  ["on-header", "header", text],
  ["header-line", "header", shape],
  ["on-action", "action", text],
  ["on-action", "action-strong", text],
  ["on-accent", "accent", text],
  ["on-call", "call", text],
  ["on-call", "call-strong", text],
  ["on-end", "end", text],
  ["on-end", "end-strong", text],
  ["on-wait", "wait", text],
  ["on-action-soft", "action-soft", text],
  ["text", "action-soft", text],
  ["text", "call-soft", text],
  ["text", "wait-soft", text],
  ["text", "end-soft", text],
  ["call-text", "call-soft", text],
  ["wait-text", "wait-soft", text],
  ["end-text", "end-soft", text],
  ["call-line", "call-soft", shape],
  ["wait-line", "wait-soft", shape],
  ["end-line", "end-soft", shape],
  ["accent", "action-soft", shape],
  ["on-ticket", "ticket", text],
  ["on-ticket-soft", "ticket", text],
  // The badge on a booked ticket's head is its text turned over.
  ["ticket", "on-ticket", text],
  ["on-header", "ticket", text],
  ["on-stage", "stage", text],
  ["on-stage", "stage-raised", text],
  // The light button of the home page.
  ["header", "on-header", text],
];

const css = await Deno.readTextFile(
  new URL("../../static/styles/tokens.css", import.meta.url),
);

/** Each `--name: light-dark(#light, #dark);` of the tokens. */
const colours = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#\w+), (#\w+)\);/g)]
    .map(([, name = "", light = "", dark = ""]) => [name, { light, dark }]),
);

/** Relative luminance of `#rrggbb` (WCAG 2.2). */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((value) =>
      value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
    );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)]
    .sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

Deno.test("contrast is computed as WCAG does", () => {
  assertEquals(contrast("#ffffff", "#000000"), 21);
  assertEquals(contrast("#777777", "#ffffff").toFixed(2), "4.48");
});

for (const scheme of ["light", "dark"] as const) {
  Deno.test(`every colour can be read on its ground in the ${scheme} scheme`, () => {
    const low = pairs.flatMap(([front, back, least]) => {
      const one = colours.get(front)?.[scheme];
      const other = colours.get(back)?.[scheme];
      assert(one && other, `tokens.css has no --${one ? back : front}`);
      const ratio = contrast(one, other);
      return ratio < least
        ? [`${front} on ${back}: ${ratio.toFixed(2)} < ${least}`]
        : [];
    });
    assertEquals(low, []);
  });
}

Deno.test("no colour is written outside of the tokens", async () => {
  const styles = new URL("../../static/styles/", import.meta.url);
  const found: string[] = [];
  for (const folder of [styles, new URL("components/", styles)]) {
    for await (const file of Deno.readDir(folder)) {
      if (!file.name.endsWith(".css") || file.name === "tokens.css") continue;
      const rules = (await Deno.readTextFile(new URL(file.name, folder)))
        .replaceAll(/\/\*[\s\S]*?\*\//g, "");
      for (
        const [colour] of rules.matchAll(
          /#[\da-f]{3,8}\b|\b(rgb|hsl|oklch)a?\(/gi,
        )
      ) {
        if (file.name !== "print.css") found.push(`${file.name}: ${colour}`);
      }
    }
  }
  assertEquals(found, []);
});
