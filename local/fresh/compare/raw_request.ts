/** A request as it is written on the wire: nothing of it is corrected on the way. */
export interface RawRequest {
  method: string;
  /** Whatever stands in the first line, well made or not. */
  path: string;
  headers: Record<string, string>;
  body?: string;
}

/** What came back. */
export interface RawAnswer {
  status: number;
  headers: [name: string, value: string][];
  body: Uint8Array<ArrayBuffer>;
}

/** Sends a request over a connection of its own. Throws when nothing like an answer comes back within ten seconds. */
export async function send(
  base: string,
  { method, path, headers, body }: RawRequest,
): Promise<RawAnswer> {
  const { hostname, port, host } = new URL(base);
  using connection = await Deno.connect({ hostname, port: Number(port) });
  const bytes = new TextEncoder().encode(body ?? "");
  const all: Record<string, string> = {
    Host: host,
    Connection: "close",
    ...(body === undefined ? {} : { "Content-Length": String(bytes.length) }),
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  const head = [`${method} ${path} HTTP/1.1`, ...lines, "", ""].join("\r\n");
  const writer = connection.writable.getWriter();
  await writer.write(new TextEncoder().encode(head));
  if (bytes.length > 0) await writer.write(bytes);
  writer.releaseLock();
  return parse(await readAll(connection));
}

async function readAll(connection: Deno.TcpConn): Promise<Uint8Array> {
  const timer = setTimeout(() => connection.close(), 10_000);
  try {
    return await new Response(connection.readable).bytes();
  } finally {
    clearTimeout(timer);
  }
}

function parse(bytes: Uint8Array): RawAnswer {
  const text = new TextDecoder("latin1").decode(bytes);
  const end = text.indexOf("\r\n\r\n");
  const [first = "", ...lines] = text.slice(0, end).split("\r\n");
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(first)?.[1]);
  if (end < 0 || Number.isNaN(status)) throw new Error(`No answer: ${text}`);
  const headers = lines.map((line): [string, string] => {
    const colon = line.indexOf(":");
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
  });
  const chunked = headers.some(([name, value]) =>
    name === "transfer-encoding" && value === "chunked"
  );
  const body = bytes.slice(end + 4);
  return { status, headers, body: chunked ? joinChunks(body) : body };
}

/** The body of `Transfer-Encoding: chunked` (RFC 9112, 7.1). */
function joinChunks(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  for (let at = 0;;) {
    const end = bytes.indexOf(10, at);
    const size = parseInt(
      new TextDecoder().decode(bytes.subarray(at, end)),
      16,
    );
    if (!(size > 0)) break;
    parts.push(bytes.slice(end + 1, end + 1 + size));
    at = end + 1 + size + 2;
  }
  const joined = new Uint8Array(
    parts.reduce((sum, { length }) => sum + length, 0),
  );
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}
