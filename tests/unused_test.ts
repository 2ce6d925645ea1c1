import { assert } from "@std/assert";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import deno from "../deno.json" with { type: "json" };
import { withConfig } from "../local/deno.ts";
import { trackedFiles, type TreeFile } from "./tree.ts";

const root = fileURLToPath(new URL("../", import.meta.url));

Deno.test("no file, export or exported type is without a user", async () => {
  const app = (await trackedFiles()).filter(({ path }) =>
    /\.tsx?$/.test(path) && !path.startsWith("local/")
  );
  const clean = await knip(app);
  assert(clean.success, clean.report);
  const unused = { path: "domain/unused.ts", text: "export const one = 1;\n" };
  const found = await knip([...app, unused]);
  assert(found.report.includes("domain/unused.ts"), "knip finds nothing");
});

/** What knip says of these files, in a folder of their own: it needs a package.json, which the project has not. */
async function knip(
  files: readonly TreeFile[],
): Promise<{ success: boolean; report: string }> {
  const folder = await Deno.makeTempDir({ prefix: "knip-" });
  try {
    await Deno.writeTextFile(join(folder, "package.json"), `{"name":"app"}`);
    await Deno.copyFile(
      new URL("knip.json", import.meta.url),
      join(folder, "knip.json"),
    );
    for (const { path, text } of files) {
      await Deno.mkdir(join(folder, dirname(path)), { recursive: true });
      await Deno.writeTextFile(join(folder, path), text);
    }
    const { success, stdout, stderr } = await new Deno.Command(
      Deno.execPath(),
      {
        args: withConfig([
          ...["run", "-A", "--quiet", deno.imports.knip],
          ...["--directory", folder, "--no-progress"],
          ...["--include", "files,exports,types"],
        ]),
        cwd: root,
      },
    ).output();
    const report = [stdout, stderr].map((bytes) =>
      new TextDecoder().decode(bytes)
    ).join("\n");
    return { success, report };
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}
