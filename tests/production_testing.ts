import { createHash } from "node:crypto";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const LOCAL = fileURLToPath(new URL("../local/", import.meta.url));

/** A package as its folder describes it. */
interface Package {
  name: string;
  version: string;
  exports: Record<string, string>;
  imports: Record<string, string>;
  files: Map<string, string>;
}

/** Answers as the registry does for the packages of `local/`: metadata, then files whose imports are written out. */
export async function serveRegistry(): Promise<
  AsyncDisposable & { url: string; requests: string[] }
> {
  const folders = ["fresh", "std/assert", "std/async", "std/encoding"];
  const packages = await Promise.all(folders.map(readPackage));
  const requests: string[] = [];
  const server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen() {} },
    (request) => {
      const { pathname } = new URL(request.url);
      requests.push(pathname);
      const found = packages.find(({ name }) =>
        pathname.startsWith(`/${name}/`)
      );
      const rest = found && pathname.slice(found.name.length + 1);
      const answer = found && rest && answerOf(found, rest);
      return answer || new Response("Not Found", { status: 404 });
    },
  );
  return {
    url: `http://127.0.0.1:${server.addr.port}/`,
    requests,
    [Symbol.asyncDispose]: () => server.shutdown(),
  };
}

function answerOf(
  { name, version, exports, files }: Package,
  path: string,
): Response | null {
  if (path === "/meta.json") {
    const [scope, short] = name.slice(1).split("/");
    const versions = { [version]: {} };
    return Response.json({ scope, name: short, latest: version, versions });
  }
  if (path === `/${version}_meta.json`) {
    const manifest = Object.fromEntries(
      Array.from(files, ([file, text]) => [file, {
        size: new TextEncoder().encode(text).length,
        checksum: `sha256-${createHash("sha256").update(text).digest("hex")}`,
      }]),
    );
    return Response.json({ manifest, exports });
  }
  const text = files.get(path.replace(`/${version}`, ""));
  if (text === undefined) return null;
  return new Response(text, {
    headers: { "Content-Type": "application/typescript" },
  });
}

async function readPackage(folder: string): Promise<Package> {
  const root = join(LOCAL, folder);
  const config = JSON.parse(await Deno.readTextFile(join(root, "deno.json")));
  const files = new Map<string, string>();
  for (const file of await sourcesBelow(root)) {
    const text = await Deno.readTextFile(file);
    const path = `/${relative(root, file)}`;
    files.set(path, writtenOut(text, config.imports ?? {}));
  }
  return { imports: {}, ...config, files };
}

/** As `deno publish` does it: a package's files know no import map. */
function writtenOut(text: string, imports: Record<string, string>): string {
  return text.replaceAll(
    /((?:from|import) )"([^".][^"]*)"/g,
    (all, before, name) => {
      const key =
        Object.keys(imports).filter((key) =>
          name === key || name.startsWith(`${key}/`)
        ).sort((a, b) => b.length - a.length)[0];
      const target = key && imports[key];
      return key && target?.startsWith("npm:")
        ? `${before}"${target}${name.slice(key.length)}"`
        : all;
    },
  );
}

async function sourcesBelow(folder: string): Promise<string[]> {
  const found: string[] = [];
  for await (const { name, isDirectory } of Deno.readDir(folder)) {
    const path = join(folder, name);
    if (isDirectory) {
      if (!["tests", "compare"].includes(name)) {
        found.push(...await sourcesBelow(path));
      }
    } else if (/\.ts$/.test(name) && !/_test\.ts$/.test(name)) found.push(path);
  }
  return found;
}
