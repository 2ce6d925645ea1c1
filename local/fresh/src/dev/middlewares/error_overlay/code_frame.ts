import { relative } from "node:path";
import { fileURLToPath } from "node:url";

const CONTEXT_LINES = 3;

/** The lines around the first place of a stack that lies in the project; undefined when there is none. */
export function getCodeFrame(stack: string, root: string): string | undefined {
  for (const match of stack.matchAll(/(file:\/\/[^\s()]+):(\d+):(\d+)/g)) {
    const [, url = "", line = "", column = ""] = match;
    const path = fileURLToPath(url);
    const inside = relative(root, path);
    if (inside.startsWith("..") || inside.includes("node_modules")) continue;
    try {
      return frame(Deno.readTextFileSync(path), Number(line), Number(column));
    } catch (error) {
      if (error instanceof Deno.errors.NotFound) continue;
      throw error;
    }
  }
  return undefined;
}

function frame(text: string, line: number, column: number): string {
  const first = Math.max(1, line - CONTEXT_LINES);
  const lines = text.split("\n").slice(first - 1, line + CONTEXT_LINES);
  const width = String(first + lines.length).length;
  return lines.flatMap((content, i) => {
    const number = first + i;
    const mark = number === line ? ">" : " ";
    const shown = `${mark} ${String(number).padStart(width)} | ${content}`;
    const pointer = `  ${" ".repeat(width)} | ${" ".repeat(column - 1)}^`;
    return number === line ? [shown, pointer] : [shown];
  }).join("\n");
}
