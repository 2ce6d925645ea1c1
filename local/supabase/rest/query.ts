import {
  type Filter,
  type Logic,
  parseCondition,
  parseIfCondition,
  parseLogic,
} from "./filter.ts";
import { type OrderTerm, parseOrder } from "./order.ts";
import { Scanner } from "./scanner.ts";
import { parseSelect, readPath, type SelectItem } from "./select.ts";

/** Something that applies to an embedded resource, or to the root when `path` is empty. */
export interface Placed<T> {
  path: string[];
  item: T;
}

/** A part of a list; `limit` null is no limit, below 0 is an error that the planner reports. */
export interface Range {
  offset: number;
  limit: number | null;
}

/** The query string of a request, read. */
export interface Query {
  select: SelectItem[];
  filters: Placed<Filter>[];
  logic: Placed<Logic>[];
  orders: Placed<OrderTerm[]>[];
  ranges: Placed<Range>[];
  columns?: string[];
  onConflict?: string[];
  /** What is no filter: the arguments of a function called with GET. */
  arguments: [name: string, value: string][];
  /** The parameters sorted by name, for `Content-Location`. */
  canonical: string;
}

/** Reads a query string. Throws `RestError` PGRST100. `forFunction` lets parameters without an operator be arguments. */
export function parseQuery(search: string, forFunction: boolean): Query {
  const parameters = [...new URLSearchParams(search)];
  const first = (name: string) => parameters.find(([key]) => key === name)?.[1];
  const query: Query = {
    select: parseSelect(first("select") ?? "*"),
    filters: [],
    logic: [],
    orders: [],
    ranges: [],
    columns: namesOf(first("columns"), "columns parameter"),
    onConflict: namesOf(first("on_conflict"), "on_conflict parameter"),
    arguments: [],
    canonical: canonical(parameters),
  };
  for (const [key, value] of parameters) {
    if (key !== "select" && key !== "columns" && key !== "on_conflict") {
      addParameter(query, key, value, forFunction);
    }
  }
  return query;
}

function addParameter(
  query: Query,
  key: string,
  value: string,
  forFunction: boolean,
): void {
  const last = key.slice(key.lastIndexOf(".") + 1);
  if (last === "and" || last === "or") {
    const path = namesOfPath(key);
    const operator = `${path.includes("not") ? "not." : ""}${path.at(-1)}`;
    query.logic.push({
      path: path.slice(0, -1).filter((name) => name !== "not"),
      item: parseLogic(operator, value),
    });
  } else if (last === "order") {
    query.orders.push({
      path: namesOfPath(key).slice(0, -1),
      item: parseOrder(value),
    });
  } else if (last === "limit" || last === "offset") {
    addRange(query, namesOfPath(key).slice(0, -1), last, value);
  } else {
    addFilter(query, key, value, forFunction);
  }
}

function addFilter(
  query: Query,
  key: string,
  value: string,
  forFunction: boolean,
): void {
  const condition = forFunction
    ? parseIfCondition(value)
    : parseCondition(value);
  if (!condition) {
    query.arguments.push([key, value]);
    return;
  }
  const scanner = new Scanner(key, "tree path");
  const names = readNames(scanner);
  const name = names.pop() ?? scanner.fail("field name");
  query.filters.push({
    path: names,
    item: { field: { name, path: readPath(scanner) }, ...condition },
  });
}

/** A limit or offset that is no number is ignored, as upstream does. */
function addRange(
  query: Query,
  path: string[],
  kind: "limit" | "offset",
  value: string,
): void {
  if (!/^-?\d{1,15}$/.test(value.trim())) return;
  const key = path.join(".");
  let range = query.ranges.find((placed) => placed.path.join(".") === key);
  if (!range) {
    query.ranges.push(range = { path, item: { offset: 0, limit: null } });
  }
  if (kind === "limit") range.item.limit = Number(value);
  else range.item.offset = Math.max(0, Number(value));
}

function readNames(scanner: Scanner): string[] {
  const names: string[] = [];
  do names.push(scanner.name()); while (scanner.take("."));
  return names;
}

function namesOfPath(key: string): string[] {
  return readNames(new Scanner(key, "tree path"));
}

function namesOf(text: string | undefined, what: string): string[] | undefined {
  if (text === undefined) return undefined;
  const scanner = new Scanner(text, what);
  return [...new Set(scanner.list(() => scanner.name()))];
}

function canonical(parameters: [string, string][]): string {
  return parameters.toSorted(([a], [b]) => a < b ? -1 : a > b ? 1 : 0)
    .map((pair) => pair.map(encode).join("=")).join("&");
}

function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
