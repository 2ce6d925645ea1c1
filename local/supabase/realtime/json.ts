/** Levels of nesting: more than anybody writes, and few enough to be written again without a stack overflow. */
const DEEPEST = 200;

/** Parses JSON from outside. Throws on what is none or is nested too deeply. */
export function parseJson(text: string): unknown {
  if (depth(text) > DEEPEST) throw new RangeError("nested too deeply");
  return JSON.parse(text);
}

function depth(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (let at = 0; at < text.length; at++) {
    switch (text[at]) {
      case '"':
        at = endOfString(text, at);
        break;
      case "[":
      case "{":
        deepest = Math.max(deepest, ++depth);
        break;
      case "]":
      case "}":
        depth--;
    }
  }
  return deepest;
}

function endOfString(text: string, start: number): number {
  for (
    let at = text.indexOf('"', start + 1);
    at > 0;
    at = text.indexOf('"', at + 1)
  ) {
    let slashes = 0;
    while (text[at - 1 - slashes] === "\\") slashes++;
    if (slashes % 2 === 0) return at;
  }
  return text.length;
}

/** Whether a value is a JSON object. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
