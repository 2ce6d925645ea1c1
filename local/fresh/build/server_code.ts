import type { Served } from "./make.ts";
import type { Survey } from "./survey.ts";

/** What is written into `server.js`. */
export interface ServerPlan {
  build: string;
  development: boolean;
  entry: string;
  found: Survey;
  files: Served[];
  /** A path as the file imports it. */
  specifier(path: string): string;
}

/** The module that serves the app. Routes are loaded when they are first asked for; islands at once, as they are drawn by any of them. */
export function serverCode(plan: ServerPlan): string {
  const { found, specifier } = plan;
  const imports: string[] = [];
  const names = new Map<string, string>();
  const imported = (path: string): string => {
    let name = names.get(path);
    if (name === undefined) {
      names.set(path, name = `m${names.size}`);
      imports.push(`import * as ${name} from ${text(specifier(path))};`);
    }
    return name;
  };
  const list = (items: string[]) => `[\n    ${items.join(",\n    ")}\n  ]`;
  const routes = found.routes.map(({ path, pattern, middlewares }) => {
    // While the app is written, what is broken is to be told at once.
    const load = plan.development
      ? `() => Promise.resolve(${imported(path)})`
      : `() => import(${text(specifier(path))})`;
    return `[${
      [text(pattern), load, ...middlewares.map(imported)].join(", ")
    }]`;
  });
  const islands = Array.from(
    found.islands,
    ([script, path]) => `[${text(script)}, ${imported(path)}]`,
  );
  const files = plan.files.map(({ path, hash, file }) =>
    JSON.stringify([path, hash, encodeURI(specifier(file))])
  );
  const fields = [
    `build: ${text(plan.build)}`,
    `development: ${plan.development}`,
    `app: ${found.app ? imported(found.app) : "undefined"}`,
    `failure: ${found.failure ? imported(found.failure) : "undefined"}`,
    `middlewares: [${found.middlewares.map(imported).join(", ")}]`,
    `routes: ${list(routes)}`,
    `islands: ${list(islands)}`,
    `files: ${list(files)}`,
  ];
  return `import { serveBuild } from "fresh/internal";
import { app } from ${text(specifier(plan.entry))};
${imports.join("\n")}

export default serveBuild(app, import.meta.url, {
  ${fields.join(",\n  ")},
});
`;
}

function text(value: string): string {
  return JSON.stringify(value);
}
