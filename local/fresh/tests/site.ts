import { fileURLToPath } from "node:url";

/** The fixture app. */
export const FIXTURE = fileURLToPath(new URL("./fixture/", import.meta.url));

const SCRIPT = fileURLToPath(new URL("./build_app.ts", import.meta.url));
const CONFIG = fileURLToPath(new URL("../deno.json", import.meta.url));

/** A built app, asked without a network; its folder is gone at the end. */
export interface TestSite extends AsyncDisposable {
  ask(path: string, init?: RequestInit): Promise<Response>;
}

/** Builds an app, the fixture by default, into a folder of its own. */
export async function buildSite(root = FIXTURE): Promise<TestSite> {
  const outDir = await Deno.makeTempDir({ prefix: "fresh-site-" });
  // In a process of its own: the bundler's ends a moment after the build, and a test would be told of it.
  const { success, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--no-lock", "--config", CONFIG, SCRIPT, root, outDir],
  }).output();
  if (!success) throw new Error(new TextDecoder().decode(stderr));
  const { default: server }: {
    default: {
      fetch(request: Request, info?: Deno.ServeHandlerInfo): Promise<Response>;
    };
  } = await import(`file://${outDir}/server.js`);
  return {
    ask: (path, init) =>
      server.fetch(new Request(`http://localhost${path}`, init)),
    [Symbol.asyncDispose]: () => Deno.remove(outDir, { recursive: true }),
  };
}
