/** What the virus scanner says. */
export type Verdict = { clean: true } | { clean: false; found: string };

/** How long a scan may take, in milliseconds; 20 MB take a quarter of a second. */
const TIMEOUT_MS = 30_000;
/** Length of a chunk, in bytes. */
const CHUNK = 64 * 1024;

/**
 * Asks ClamAV's daemon about some bytes, by its command INSTREAM (clamd(8)): chunks with their length before them, then
 * one of length zero.
 *
 * @param url `tcp://host:3310`
 * @throws when it does not answer, or refuses to scan, such as above its StreamMaxLength
 */
export async function scan(url: string, file: Blob): Promise<Verdict> {
  const { hostname, port } = new URL(url);
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  const connection = await Deno.connect({
    hostname,
    port: Number(port),
    signal,
  });
  const abort = () => connection.close();
  signal.addEventListener("abort", abort);
  try {
    const answer = new Response(connection.readable).text();
    answer.catch(() => {}); // thrown below, where it is awaited
    // Above its limit it answers and hangs up while we still write: its answer says so.
    await write(connection, file).catch(() => {});
    return verdict(await answer);
  } finally {
    signal.removeEventListener("abort", abort);
    try {
      connection.close();
    } catch {
      // closed by the other side, or by the time limit
    }
  }
}

async function write(connection: Deno.Conn, file: Blob): Promise<void> {
  const writer = connection.writable.getWriter();
  await writer.write(new TextEncoder().encode("zINSTREAM\0"));
  for (let at = 0; at < file.size; at += CHUNK) {
    const chunk = await file.slice(at, at + CHUNK).bytes();
    await writer.write(length(chunk.length));
    await writer.write(chunk);
  }
  await writer.write(length(0));
}

function length(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}

function verdict(answer: string): Verdict {
  const line = answer.replace(/\0$/, "");
  if (line === "stream: OK") return { clean: true };
  const found = /^stream: (.+) FOUND$/.exec(line)?.[1];
  if (found === undefined) throw new Error(`clamd: ${line || "no answer"}`);
  return { clean: false, found };
}
