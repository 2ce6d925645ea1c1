import type { Relationship } from "./relationship.ts";

/** A name with its schema. */
export interface Name {
  schema: string;
  name: string;
}

/** A column as a request body meets it. */
export interface Column {
  name: string;
  /** The type as SQL, qualified, e.g. `numeric(10,2)` or `public.user_status`. */
  type: string;
  /** The SQL of its default; null when there is none or it may not be written. */
  default: string | null;
}

/** A table or view. */
export interface Table extends Name {
  isView: boolean;
  columns: Map<string, Column>;
  primaryKey: string[];
  insertable: boolean;
  updatable: boolean;
  deletable: boolean;
}

/** A parameter of a function. */
export interface Parameter {
  /** "" when it has no name. */
  name: string;
  type: string;
  required: boolean;
  variadic: boolean;
}

/** A function that may be called. */
export interface Routine extends Name {
  parameters: Parameter[];
  /** What comes back: nothing, one value, or rows of `table` (null when the row has no table). */
  returns: "void" | "scalar" | "composite";
  isSet: boolean;
  table: Name | null;
  volatile: boolean;
}

/** What a request may name, as it was when the schema cache was loaded. */
export interface Catalog {
  tables: Map<string, Table>;
  routines: Map<string, Routine[]>;
  /** By the key of the table that embeds. */
  relationships: Map<string, Relationship[]>;
  timezones: Set<string>;
  /** Settings of `alter role … set`, by role: Postgres applies them at login only. */
  roleSettings: Map<string, [name: string, value: string][]>;
  settings: Settings;
}

/** `alter role authenticator set pgrst.…`, as PostgREST's configuration in the database. */
export interface Settings {
  /** `db_aggregates_enabled` */
  aggregates: boolean;
  /** `db_plan_enabled` */
  plan: boolean;
  /** `db_tx_end` is `commit-allow-override`: `Prefer: tx=rollback` is heard. */
  allowTx: boolean;
  /** `db_pre_request`: the function that runs before each request's statement. */
  preRequest: string | null;
}

/** The key of a table or function in the maps above. */
export function keyOf(name: Name): string {
  return JSON.stringify([name.schema, name.name]);
}
