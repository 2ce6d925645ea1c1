import { type Catalog, keyOf, type Name } from "./catalog.ts";
import { refuse, type RestError } from "./error.ts";
import { closest } from "./hint.ts";

interface Ends {
  table: Name;
  foreign: Name;
}

/** A foreign key seen from one of its ends; `columns` are pairs (here, there). */
export interface Direct extends Ends {
  kind: "many-to-one" | "one-to-many" | "one-to-one";
  constraint: string;
  columns: [here: string, there: string][];
  foreignIsView: boolean;
}

/** Two tables with a third between them. */
export interface ManyToMany extends Ends {
  kind: "many-to-many";
  junction: Name;
  constraints: [here: string, there: string];
  /** Pairs (column of the table, column of the junction). */
  source: [string, string][];
  /** Pairs (column of the foreign table, column of the junction). */
  target: [string, string][];
}

/** A function from a row to rows. */
export interface Computed extends Ends {
  kind?: "computed";
  fn: Name;
  single: boolean;
}

/** How one table reaches another. */
export type Relationship = Direct | ManyToMany | Computed;

/** Whether at most one row is at the other end. */
export function isToOne(relationship: Relationship): boolean {
  if ("fn" in relationship) return relationship.single;
  return relationship.kind === "many-to-one" ||
    relationship.kind === "one-to-one";
}

/**
 * The one relationship that `target!hint` means, seen from `origin`.
 * Throws PGRST200 when there is none and PGRST201 when there are several.
 */
export function findRelationship(
  catalog: Catalog,
  origin: Name,
  target: string,
  hint: string | undefined,
): Relationship {
  const known = (catalog.relationships.get(keyOf(origin)) ?? [])
    .filter(({ foreign }) => foreign.schema === origin.schema);
  const found = known.filter((candidate) => matches(candidate, target, hint));
  const [first, second] = found;
  if (!first) throw noRelationship(catalog, known, origin, target, hint);
  if (second) throw ambiguous(found, origin.name, target);
  return first;
}

function matches(
  candidate: Relationship,
  target: string,
  hint: string | undefined,
): boolean {
  if ("fn" in candidate) return candidate.fn.name === target;
  const named = candidate.foreign.name === target;
  if (candidate.kind === "many-to-many") {
    const isSelf = keyOf(candidate.table) === keyOf(candidate.foreign);
    return named && !isSelf &&
      (hint === undefined || candidate.junction.name === hint);
  }
  const [pair, more] = candidate.columns;
  const here = more ? undefined : pair?.[0];
  const there = more ? undefined : pair?.[1];
  // One foreign key of a table to itself is two relationships: the table's name means the many
  // that refer to a row, the column's name the one that a row refers to.
  if (keyOf(candidate.table) === keyOf(candidate.foreign)) {
    const many = named && candidate.kind === "one-to-many";
    if (hint !== undefined) return many && there === hint;
    return many || (candidate.kind === "many-to-one" && here === target);
  }
  if (hint !== undefined) {
    return named &&
      (candidate.constraint === hint || here === hint || there === hint);
  }
  return named ||
    (!candidate.foreignIsView &&
      (candidate.constraint === target || here === target));
}

function noRelationship(
  catalog: Catalog,
  known: Relationship[],
  { schema, name: origin }: Name,
  target: string,
  hint: string | undefined,
): RestError {
  const parents = [...catalog.relationships.values()].flat()
    .filter(({ table }) => table.schema === schema).map(({ table }) =>
      table.name
    );
  const children = known.map(({ foreign }) => foreign.name);
  const [wrong, near] = !parents.includes(origin)
    ? [origin, closest(parents, origin)]
    : [
      target,
      children.includes(target) ? null : closest(children, target),
    ];
  const using = hint === undefined ? "" : ` using the hint '${hint}'`;
  return refuse(
    "PGRST200",
    `Could not find a relationship between '${origin}' and '${target}' in the schema cache`,
    `Searched for a foreign key relationship between '${origin}' and '${target}'${using} ` +
      `in the schema '${schema}', but no matches were found.`,
    near === null ? null : `Perhaps you meant '${near}' instead of '${wrong}'.`,
  );
}

function ambiguous(
  found: Relationship[],
  origin: string,
  target: string,
): RestError {
  const choices = found.map((candidate) =>
    `'${candidate.foreign.name}!${hintFor(candidate)}'`
  );
  return refuse(
    "PGRST201",
    `Could not embed because more than one relationship was found for '${origin}' and '${target}'`,
    found.map((candidate) => ({
      cardinality: candidate.kind,
      embedding: `${candidate.table.name} with ${candidate.foreign.name}`,
      relationship: describe(candidate),
    })),
    `Try changing '${target}' to one of the following: ${
      choices.join(", ")
    }. ` +
      `Find the desired relationship in the 'details' key.`,
  );
}

function hintFor(candidate: Relationship): string {
  if ("fn" in candidate) return candidate.fn.name;
  const { kind } = candidate;
  return kind === "many-to-many"
    ? candidate.junction.name
    : candidate.constraint;
}

/** `constraint using here(columns) and there(columns)`; of a junction, each constraint with its columns. */
function describe(candidate: Relationship): string {
  if ("fn" in candidate) return candidate.fn.name;
  const list = (pairs: [string, string][], end: 0 | 1) =>
    `(${pairs.map((pair) => pair[end]).join(", ")})`;
  if (candidate.kind === "many-to-many") {
    const { junction, constraints: [here, there], source, target } = candidate;
    return `${junction.name} using ${here}${list(source, 1)} and ${there}${
      list(target, 1)
    }`;
  }
  const { constraint, table, foreign, columns } = candidate;
  return `${constraint} using ${table.name}${
    list(columns, 0)
  } and ${foreign.name}${list(columns, 1)}`;
}
