import { keyOf, type Name, type Table } from "./catalog.ts";
import type {
  Computed,
  Direct,
  ManyToMany,
  Relationship,
} from "./relationship.ts";
import type { ViewColumn } from "./view_columns.ts";

/** A foreign key; `one` when its columns are unique, so that it is one to one. */
export interface ForeignKey {
  constraint: string;
  table: Name;
  foreign: Name;
  columns: [here: string, there: string][];
  one: boolean;
}

/** Every relationship between exposed tables and views, by the key of the table it starts from. */
export function relationshipsOf(
  tables: Map<string, Table>,
  foreignKeys: ForeignKey[],
  derived: ViewColumn[],
  computed: Computed[],
  schemas: Set<string>,
): Map<string, Relationship[]> {
  const keys = throughViews(foreignKeys, derived);
  const all: Relationship[] = [
    ...keys.flatMap((key) => bothEnds(key, tables)),
    ...junctions(keys, tables).filter(({ junction }) =>
      schemas.has(junction.schema)
    ),
  ];
  const exposed = ({ table, foreign }: Relationship) =>
    schemas.has(table.schema) && schemas.has(foreign.schema);
  const byTable = Map.groupBy(all.filter(exposed), ({ table }) => keyOf(table));
  for (const own of computed.filter(exposed)) override(byTable, own);
  return byTable;
}

/** The foreign keys, and the same for each view that shows all columns of either end. */
function throughViews(
  foreignKeys: ForeignKey[],
  derived: ViewColumn[],
): ForeignKey[] {
  const views = Map.groupBy(derived, ({ table }) => keyOf(table));
  const ends = (name: Name, columns: string[]) => [
    { name, columns },
    ...sources(views.get(keyOf(name)) ?? [], columns),
  ];
  return foreignKeys.flatMap((key) => {
    const here = ends(key.table, key.columns.map(([column]) => column));
    const there = ends(key.foreign, key.columns.map(([, column]) => column));
    return here.flatMap((from) =>
      there.map(({ name, columns }) => ({
        ...key,
        table: from.name,
        foreign: name,
        columns: key.columns.map((
          [a, b],
          n,
        ): [string, string] => [from.columns[n] ?? a, columns[n] ?? b]),
      }))
    );
  });
}

/** The views that show all of `columns`, with the names they give them. */
function sources(
  columns: ViewColumn[],
  wanted: string[],
): { name: Name; columns: string[] }[] {
  return [...Map.groupBy(columns, ({ view }) => keyOf(view)).values()].flatMap(
    (shown) => {
      const names = wanted.map((column) =>
        shown.find((candidate) => candidate.column === column)?.name
      );
      const [first] = shown;
      return first && names.every((name) => name !== undefined)
        ? [{ name: first.view, columns: names }]
        : [];
    },
  );
}

function bothEnds(key: ForeignKey, tables: Map<string, Table>): Direct[] {
  const from = (
    kind: Direct["kind"],
    table: Name,
    foreign: Name,
    columns: [string, string][],
  ): Direct => ({
    kind: key.one ? "one-to-one" : kind,
    constraint: key.constraint,
    table,
    foreign,
    columns,
    foreignIsView: tables.get(keyOf(foreign))?.isView ?? false,
  });
  return [
    from("many-to-one", key.table, key.foreign, key.columns),
    from("one-to-many", key.foreign, key.table, swapped(key.columns)),
  ];
}

function swapped(columns: [string, string][]): [string, string][] {
  return columns.map(([here, there]) => [there, here]);
}

/** Tables whose primary key holds two foreign keys join the tables these refer to. */
function junctions(
  keys: ForeignKey[],
  tables: Map<string, Table>,
): ManyToMany[] {
  return [...Map.groupBy(keys, ({ table }) => keyOf(table))].flatMap(
    ([junctionKey, own]) => {
      const primary = new Set(tables.get(junctionKey)?.primaryKey);
      const within = own.filter(({ columns }) =>
        columns.every(([column]) => primary.has(column))
      );
      return within.flatMap((source) =>
        within.filter((target) => target.constraint !== source.constraint)
          .map((target): ManyToMany => ({
            kind: "many-to-many",
            table: source.foreign,
            foreign: target.foreign,
            junction: source.table,
            constraints: [source.constraint, target.constraint],
            source: swapped(source.columns),
            target: swapped(target.columns),
          }))
      );
    },
  );
}

/** A function hides the foreign keys that its name would otherwise mean. */
function override(byTable: Map<string, Relationship[]>, own: Computed): void {
  const key = keyOf(own.table);
  const others = (byTable.get(key) ?? []).filter((other) =>
    "fn" in other
      ? keyOf(other.fn) !== keyOf(own.fn)
      : other.foreign.name !== own.fn.name
  );
  byTable.set(key, [...others, { ...own, kind: "computed" }]);
}
