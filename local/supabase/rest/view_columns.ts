import { keyOf, type Name } from "./catalog.ts";

/** A relation of the database; `rule` is its query tree when it is a view. */
export interface ViewRule {
  oid: number;
  view: Name;
  rule: string | null;
  columns: Record<string, string>;
}

/** A view's column that is, through any number of views, a column of a table. */
export interface ViewColumn {
  view: Name;
  name: string;
  table: Name;
  column: string;
}

interface Origin {
  oid: number;
  column: string;
}

/** Where the columns of all views come from. Set operations and expressions have no origin. */
export function viewColumns(rules: ViewRule[]): ViewColumn[] {
  const byOid = new Map(rules.map((rule) => [rule.oid, rule]));
  const targets = new Map(
    rules.map((rule) => [rule.oid, targetsOf(rule, byOid)]),
  );
  const resolve = (origin: Origin, depth: number): Origin | null => {
    const step = targets.get(origin.oid);
    if (!step) return origin;
    const next = step.get(origin.column);
    return next && depth < 32 ? resolve(next, depth + 1) : null;
  };
  return rules.filter((rule) => rule.rule !== null).flatMap((rule) =>
    Object.values(rule.columns).flatMap((name) => {
      const origin = resolve({ oid: rule.oid, column: name }, 0);
      const table = origin && byOid.get(origin.oid)?.view;
      return table && keyOf(table) !== keyOf(rule.view)
        ? [{ view: rule.view, name, table, column: origin.column }]
        : [];
    })
  );
}

/** The direct origin of each column; null for a relation that is no view. */
function targetsOf(
  rule: ViewRule,
  byOid: Map<number, ViewRule>,
): Map<string, Origin> | null {
  if (rule.rule === null) return null;
  const targets = new Map<string, Origin>();
  for (const entry of targetEntries(rule.rule)) {
    const number = (name: string) =>
      Number(new RegExp(`:${name} (\\d+)`).exec(entry)?.[1] ?? 0);
    const name = rule.columns[number("resno")];
    const oid = number("resorigtbl");
    const column = byOid.get(oid)?.columns[number("resorigcol")];
    if (name !== undefined && column !== undefined) {
      targets.set(name, { oid, column });
    }
  }
  return targets;
}

/**
 * The `TARGETENTRY` nodes of the outermost query: those two braces deep in the text form of a
 * query tree, without what is nested in them. A backslash escapes the character behind it.
 */
function targetEntries(tree: string): string[] {
  const entries: string[] = [];
  let depth = 0;
  let current: string | null = null;
  for (let at = 0; at < tree.length; at++) {
    const character = tree[at];
    if (character === "\\") {
      at++;
    } else if (character === "{") {
      depth++;
      if (depth === 2 && tree.startsWith("{TARGETENTRY", at)) current = "";
    } else if (character === "}") {
      if (depth === 2 && current !== null) {
        entries.push(current);
        current = null;
      }
      depth--;
    } else if (depth === 2 && current !== null) {
      current += character;
    }
  }
  return entries;
}
