import type { Claims } from "../types.ts";
import { type Catalog, keyOf, type Name, type Table } from "./catalog.ts";
import { contextOf, type Service } from "./context.ts";
import { notImplemented, refuse, type RestError } from "./error.ts";
import { closest } from "./hint.ts";
import { parseQuery } from "./query.ts";
import { call, read, write } from "./requests.ts";

const METHODS = ["GET", "HEAD", "POST", "PATCH", "PUT", "DELETE", "OPTIONS"];

/** Answers a request of a verified caller. Throws `RestError` and the errors of the driver. */
export async function handle(
  request: Request,
  claims: Claims,
  service: Service,
): Promise<Response> {
  if (!METHODS.includes(request.method)) {
    throw refuse("PGRST117", `Unsupported HTTP method: ${request.method}`);
  }
  const context = contextOf(request, claims, service);
  const { isRead, schema, url, catalog } = context;
  const target = targetOf(url.pathname);
  const query = parseQuery(url.search, target.isRoutine && isRead);
  const name = { schema, name: target.name };
  if (target.isRoutine) return await call(context, name, query);
  const table = catalog.tables.get(keyOf(name));
  if (!table) throw unknownTable(catalog, name);
  if (request.method === "OPTIONS") return allowed(table);
  return await (isRead ? read : write)(context, table, query);
}

function targetOf(path: string): { name: string; isRoutine: boolean } {
  const [first = "", second, ...more] = path.split("/").slice(1).map(decoded);
  if (path === "/") throw notImplemented("The OpenAPI description of the root");
  if (first === "rpc" && second && more.length === 0) {
    return { name: second, isRoutine: true };
  }
  if (first && second === undefined) return { name: first, isRoutine: false };
  throw refuse("PGRST125", "Invalid path specified in request URL");
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return ""; // no name is that
  }
}

function unknownTable(catalog: Catalog, { schema, name }: Name): RestError {
  const names = [...catalog.tables.values()].filter((table) =>
    table.schema === schema
  );
  const near = closest(names.map((table) => table.name), name, 0.75);
  return refuse(
    "PGRST205",
    `Could not find the table '${schema}.${name}' in the schema cache`,
    null,
    near === null ? null : `Perhaps you meant the table '${schema}.${near}'`,
  );
}

function allowed(
  { insertable, updatable, deletable, primaryKey }: Table,
): Response {
  const methods = [
    "OPTIONS,GET,HEAD",
    ...(insertable ? ["POST"] : []),
    ...(insertable && updatable && primaryKey.length ? ["PUT"] : []),
    ...(updatable ? ["PATCH"] : []),
    ...(deletable ? ["DELETE"] : []),
  ];
  return new Response(null, { headers: { allow: methods.join(",") } });
}
