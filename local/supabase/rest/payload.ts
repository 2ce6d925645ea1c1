import { refuse, type RestError } from "./error.ts";

/** The body of a request as Postgres gets it. */
export interface Payload {
  /** JSON text, or the plain body of a document. */
  text: string;
  isObject: boolean;
  /** The keys of the object, or those that all objects of the array share. */
  keys: string[];
  /** What the body is when a function takes it whole. */
  kind: "json" | "form" | "text" | "bytes";
  /** The fields of a form, which are text and may come several times. */
  fields?: [name: string, value: string][];
}

/** A document that only a function takes. */
const WHOLE = { isObject: false, keys: [] };

/** Reads a body by its content type. `columns` stands in for the keys when it is given. Throws PGRST102. */
export async function readPayload(
  request: Request,
  columns: string[] | undefined,
): Promise<Payload> {
  const type = (request.headers.get("content-type") ?? "application/json")
    .split(";")[0]?.trim().toLowerCase();
  switch (type) {
    case "":
    case "application/json":
    case "application/vnd.pgrst.object+json":
    case "application/vnd.pgrst.array+json":
      return jsonPayload(await request.text(), columns, request.url);
    case "application/x-www-form-urlencoded": {
      const fields = [...new URLSearchParams(await request.text())];
      const values = Object.fromEntries(fields);
      const keys = columns ?? Object.keys(values);
      const text = JSON.stringify(values);
      return { text, isObject: true, keys, kind: "form", fields };
    }
    case "text/csv":
      return csvPayload(await request.text(), columns);
    case "text/plain":
      return { ...WHOLE, text: await request.text(), kind: "text" };
    case "application/octet-stream": {
      const text = `\\x${(await request.bytes()).toHex()}`;
      return { ...WHOLE, text, kind: "bytes" };
    }
    default:
      throw invalidBody(`Content-Type not acceptable: ${type}`);
  }
}

function jsonPayload(
  text: string,
  columns: string[] | undefined,
  url: string,
): Payload {
  if (text === "" && new URL(url).pathname.startsWith("/rpc/")) text = "{}";
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw invalidBody("Empty or invalid json");
  }
  if (isObject(value)) {
    const keys = columns ?? Object.keys(value);
    return { text, isObject: true, keys, kind: "json" };
  }
  const rows = Array.isArray(value) ? value : null;
  const keys = columns ?? sharedKeys(rows ?? []);
  return { text: rows ? text : "[]", isObject: false, keys, kind: "json" };
}

function sharedKeys(rows: unknown[]): string[] {
  const keys = rows.map((row) => {
    if (!isObject(row)) throw invalidBody("All object keys must match");
    return Object.keys(row);
  });
  const [first = []] = keys;
  const wanted = new Set(first);
  if (
    keys.some((own) =>
      own.length !== wanted.size || own.some((key) => !wanted.has(key))
    )
  ) {
    throw invalidBody("All object keys must match");
  }
  return first;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A header line and rows; the word NULL is null. */
function csvPayload(csv: string, columns: string[] | undefined): Payload {
  const [header = [], ...rows] = parseCsv(csv);
  if (rows.some((row) => row.length !== header.length)) {
    throw invalidBody("All lines must have same number of fields");
  }
  const values = rows.map((row) =>
    Object.fromEntries(
      header.map((
        name,
        index,
      ) => [name, row[index] === "NULL" ? null : row[index]]),
    )
  );
  const text = JSON.stringify(values);
  return { text, isObject: false, keys: columns ?? header, kind: "json" };
}

function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  const field = /(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r?\n|$)/y;
  let row: string[] = [];
  while (field.lastIndex < text.length) {
    const match = field.exec(text);
    if (!match) throw invalidBody("Could not parse the CSV body");
    const [, quoted, plain = "", end] = match;
    row.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === "," && field.lastIndex < text.length) continue;
    if (end === ",") row.push("");
    rows.push(row);
    row = [];
  }
  return rows;
}

function invalidBody(message: string): RestError {
  return refuse("PGRST102", message);
}
