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
      return {
        text: JSON.stringify(values),
        isObject: true,
        keys,
        kind: "form",
        fields,
      };
    }
    case "text/csv":
      return csvPayload(await request.text(), columns);
    case "text/plain":
      return {
        text: await request.text(),
        isObject: false,
        keys: [],
        kind: "text",
      };
    case "application/octet-stream": {
      const bytes = new Uint8Array(await request.arrayBuffer());
      return {
        text: `\\x${bytes.toHex()}`,
        isObject: false,
        keys: [],
        kind: "bytes",
      };
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
  if (!Array.isArray(value)) {
    return isObject(value)
      ? {
        text,
        isObject: true,
        keys: columns ?? Object.keys(value),
        kind: "json",
      }
      : { text: "[]", isObject: false, keys: columns ?? [], kind: "json" };
  }
  return {
    text,
    isObject: false,
    keys: columns ?? sharedKeys(value),
    kind: "json",
  };
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
function csvPayload(text: string, columns: string[] | undefined): Payload {
  const [header = [], ...rows] = parseCsv(text);
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
  return {
    text: JSON.stringify(values),
    isObject: false,
    keys: columns ?? header,
    kind: "json",
  };
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
