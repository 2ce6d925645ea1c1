import type { Sql } from "postgres";
import {
  type Catalog,
  keyOf,
  type Routine,
  type Settings,
  type Table,
} from "./catalog.ts";
import { type ForeignKey, relationshipsOf } from "./catalog_relationships.ts";
import {
  COMPUTED_RELATIONSHIPS,
  FOREIGN_KEYS,
  ROLE_SETTINGS,
  ROUTINES,
  TABLES,
  TIMEZONES,
  VIEW_RULES,
} from "./catalog_sql.ts";
import { type ViewColumn, viewColumns, type ViewRule } from "./view_columns.ts";
import type { Computed } from "./relationship.ts";

type TableRow = Omit<Table, "columns"> & {
  columns: { name: string; type: string; default: string | null }[];
};

/** Reads the schema cache. Only what is in `schemas` can be named by a request. */
export async function loadCatalog(
  admin: Sql,
  schemas: readonly string[],
): Promise<Catalog> {
  const read = await admin.begin("read only", (transaction) => {
    const rows = <T>(text: string) => transaction.unsafe<{ row: T }[]>(text);
    return Promise.all([
      // With an empty search path Postgres writes every type and default with its schema.
      transaction.unsafe("select set_config('search_path', '', true)"),
      rows<TableRow>(TABLES),
      rows<ForeignKey>(FOREIGN_KEYS),
      rows<ViewRule>(VIEW_RULES),
      rows<Computed>(COMPUTED_RELATIONSHIPS),
      rows<Routine>(ROUTINES),
      rows<{ role: string; name: string; value: string }>(ROLE_SETTINGS),
      rows<string>(TIMEZONES),
    ]);
  });
  const [
    ,
    tableRows,
    foreignKeys,
    rules,
    computed,
    routines,
    settings,
    timezones,
  ] = read;
  const tables = new Map(
    tableRows.map(({ row }) => [keyOf(row), tableOf(row)]),
  );
  const derived = viewColumns(rules.map(({ row }) => row));
  keyViews(tables, derived);
  const relationships = relationshipsOf(
    tables,
    foreignKeys.map(({ row }) => row),
    derived,
    computed.map(({ row }) => row),
    new Set(schemas),
  );
  const exposed = ({ schema }: { schema: string }) => schemas.includes(schema);
  const roleSettings = settingsByRole(settings.map(({ row }) => row));
  return {
    tables: new Map([...tables].filter(([, table]) => exposed(table))),
    routines: Map.groupBy(
      routines.map(({ row }) => row).filter(exposed),
      keyOf,
    ),
    relationships,
    timezones: new Set(timezones.map(({ row }) => row)),
    roleSettings,
    settings: settingsOf(new Map(roleSettings.get("authenticator"))),
  };
}

function settingsOf(given: Map<string, string>): Settings {
  return {
    aggregates: given.get("pgrst.db_aggregates_enabled") === "true",
    plan: given.get("pgrst.db_plan_enabled") === "true",
    allowTx: given.get("pgrst.db_tx_end") === "commit-allow-override",
    preRequest: given.get("pgrst.db_pre_request") ?? null,
  };
}

function tableOf(row: TableRow): Table {
  return {
    ...row,
    columns: new Map(row.columns.map((column) => [column.name, column])),
  };
}

/** A view that shows the whole primary key of a table has that key too. */
function keyViews(tables: Map<string, Table>, derived: ViewColumn[]): void {
  const byOrigin = Map.groupBy(
    derived,
    (column) => JSON.stringify([keyOf(column.view), keyOf(column.table)]),
  );
  for (const columns of byOrigin.values()) {
    const [first] = columns;
    const view = first && tables.get(keyOf(first.view));
    const table = first && tables.get(keyOf(first.table));
    if (!view || !table || table.primaryKey.length === 0) continue;
    const key = table.primaryKey.map((name) =>
      columns.find((column) => column.column === name)?.name
    );
    if (key.every((name) => name !== undefined)) view.primaryKey.push(...key);
  }
}

function settingsByRole(
  rows: { role: string; name: string; value: string }[],
): Map<string, [string, string][]> {
  const byRole = new Map<string, [string, string][]>();
  for (const { role, name, value } of rows) {
    byRole.set(role, [...byRole.get(role) ?? [], [name, value]]);
  }
  return byRole;
}
