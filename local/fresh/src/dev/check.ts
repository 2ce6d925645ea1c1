import { findConfig } from "./deno_json.ts";

/** Elements that the server must see, and not as text. */
const SKIPPED =
  "a img source body html head title meta script link style base noscript template"
    .split(" ");

/** What the nearest configuration says of JSX. Throws when pages could not be rendered with it. */
export function checkDenoCompilerOptions(
  root: string,
): { denoJson: string; jsxImportSource: string } {
  // A member of a workspace may leave this to the workspace.
  const found = findConfig(root, (json) => json.compilerOptions !== undefined);
  if (!found) throw new Error(`Could not find deno.json in ${root}`);
  const { path, json } = found;
  const options = json.compilerOptions;
  if (!options?.jsxImportSource) {
    throw new Error(
      `Option compilerOptions > jsxImportSource is missing in ${path}`,
    );
  }
  if (options.jsx === "precompile") {
    const skipped = options.jsxPrecompileSkipElements ?? [];
    const missing = SKIPPED.filter((name) => !skipped.includes(name));
    if (missing.length > 0) {
      throw new Error(
        `Expected option compilerOptions > jsxPrecompileSkipElements to contain ${
          JSON.stringify(SKIPPED)
        } in ${path}, but these are missing: ${missing.join(", ")}`,
      );
    }
  }
  return { denoJson: path, jsxImportSource: options.jsxImportSource };
}
