import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { type DenoJson, readDenoJson } from "./deno_json.ts";

interface Project {
  dir: string;
  json: DenoJson;
}

/** Where a specifier leads: to a file, or to an npm package. */
export type Resolved = { file: string } | { npm: string };

const projects = new Map<string, Project | null>();

/** The `deno.json` of a folder itself. Read once, since a build is short. */
function projectAt(dir: string): Project | null {
  let project = projects.get(dir);
  if (project === undefined) {
    const found = readDenoJson(dir);
    project = found ? { dir, json: found.json } : null;
    projects.set(dir, project);
  }
  return project;
}

/** Forgets what was read: a later build reads it again. */
export function forgetProjects(): void {
  projects.clear();
}

/** The projects above a folder, the nearest first. */
function projectsAbove(dir: string): Project[] {
  const found: Project[] = [];
  for (let at = dir;; at = dirname(at)) {
    const project = projectAt(at);
    if (project) found.push(project);
    if (at === dirname(at)) return found;
  }
}

/**
 * Where Deno would find what a module imports: by the import maps above it,
 * then by those above the project's folder. Null leaves it to the packages in
 * `node_modules`. Throws for what is on another registry and not linked.
 */
export function resolveImport(
  specifier: string,
  importerDir: string,
  root: string,
): Resolved | null {
  if (specifier.startsWith("file:")) {
    return { file: fileURLToPath(specifier) };
  }
  if (/^\.{0,2}\//.test(specifier)) {
    return { file: resolve(importerDir, specifier) };
  }
  const above = [...projectsAbove(importerDir), ...projectsAbove(root)];
  for (const { dir, json } of above) {
    const target = mapped(json.imports ?? {}, specifier);
    if (target === null) continue;
    if (/^\.{0,2}\//.test(target)) return { file: resolve(dir, target) };
    return resolveRemote(target, above);
  }
  const local = resolveNamed(specifier, above);
  return local ? { file: local } : resolveRemote(specifier, above);
}

/** What an import map makes of a specifier. */
function mapped(
  imports: Record<string, string>,
  specifier: string,
): string | null {
  const exact = imports[specifier];
  if (exact !== undefined) return exact;
  const names = Object.keys(imports).sort((a, b) => b.length - a.length);
  for (const name of names) {
    const target = imports[name] ?? "";
    if (name.endsWith("/") && specifier.startsWith(name)) {
      return target + specifier.slice(name.length);
    }
    // Deno reads a package's name as the start of its modules' names.
    if (
      /^(npm|jsr):/.test(target) && specifier.startsWith(`${name}/`)
    ) return target + specifier.slice(name.length);
  }
  return null;
}

const PACKAGE = /^(?:npm|jsr):\/?((?:@[^/]+\/)?[^/@]+)(?:@[^/]+)?(\/.*)?$/;

function resolveRemote(specifier: string, above: Project[]): Resolved | null {
  const match = specifier.match(PACKAGE);
  if (!match) {
    if (!/^https?:/.test(specifier)) return null;
    throw new Error(`Modules of other servers are not bundled: ${specifier}`);
  }
  const [, name = "", path = ""] = match;
  if (specifier.startsWith("npm:")) return { npm: name + path };
  const file = resolveNamed(name + path, above);
  if (file) return { file };
  throw new Error(
    `"${specifier}" is not linked in deno.json: other packages of jsr.io are not bundled`,
  );
}

/** A module of a linked package or a member of the workspace. */
function resolveNamed(specifier: string, above: Project[]): string | null {
  for (const { dir, json } of above) {
    const { links = [], workspace = [] } = json;
    const members = Array.isArray(workspace)
      ? workspace
      : workspace.members ?? [];
    for (const path of [".", ...links, ...members]) {
      const project = projectAt(resolve(dir, path));
      const name = project?.json.name;
      if (!project || name === undefined) continue;
      if (specifier !== name && !specifier.startsWith(`${name}/`)) continue;
      const entry = `.${specifier.slice(name.length)}`;
      const { exports = {} } = project.json;
      const target = typeof exports === "string"
        ? (entry === "." ? exports : undefined)
        : exports[entry];
      if (target !== undefined) return resolve(project.dir, target);
    }
  }
  return null;
}
