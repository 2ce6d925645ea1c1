import { dirname, join } from "node:path";

/** A `deno.json`, as far as it is of use here. */
export interface DenoJson {
  name?: string;
  imports?: Record<string, string>;
  exports?: string | Record<string, string>;
  links?: string[];
  workspace?: string[] | { members?: string[] };
  compilerOptions?: {
    jsx?: string;
    jsxImportSource?: string;
    jsxPrecompileSkipElements?: string[];
  };
}

/** The configuration in a folder, or null. Throws SyntaxError for what is not JSON. */
export function readDenoJson(
  dir: string,
): { path: string; json: DenoJson } | null {
  for (const name of ["deno.json", "deno.jsonc"]) {
    const path = join(dir, name);
    try {
      const text = Deno.readTextFileSync(path);
      return { path, json: JSON.parse(withoutComments(text)) };
    } catch (error) {
      if (
        error instanceof Deno.errors.NotFound ||
        error instanceof Deno.errors.NotADirectory
      ) continue;
      throw error;
    }
  }
  return null;
}

/** The nearest configuration above a folder that is wanted. */
export function findConfig(
  root: string,
  wanted: (json: DenoJson) => boolean,
): { path: string; json: DenoJson } | null {
  for (let dir = root;; dir = dirname(dir)) {
    const found = readDenoJson(dir);
    if (found && wanted(found.json)) return found;
    if (dir === dirname(dir)) return null;
  }
}

/** JSON with comments and trailing commas as JSON. */
function withoutComments(text: string): string {
  return text.replaceAll(
    /("(?:\\.|[^"\\])*")|\/\/[^\n]*|\/\*[\s\S]*?\*\/|,(?=\s*[}\]])/g,
    (_, string) => string ?? "",
  );
}
