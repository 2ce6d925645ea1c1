import { createHash, timingSafeEqual } from "node:crypto";

/** Ends a request with this answer; thrown by what cannot go on. */
export class Refusal extends Error {
  constructor(readonly response: Response) {
    super(`refused with ${response.status}`);
  }
}

/** What this stand-in leaves out, by its name. */
export function notHere(what: string): Response {
  return Response.json({ message: `Not implemented here: ${what}` }, {
    status: 501,
  });
}

/** A form (multipart or urlencoded), and the body that it was read from. */
export interface ReadForm {
  form: FormData;
  source: Uint8Array<ArrayBuffer>;
}

/** Reads a form of at most `limit` bytes; refuses with 413 or 400. */
export async function readForm(
  request: Request,
  limit: number,
): Promise<ReadForm> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.length;
    if (size > limit) refuse(413, "Request Entity Too Large");
    chunks.push(chunk);
  }
  const source = await new Blob(chunks).bytes();
  const headers = { "content-type": request.headers.get("content-type") ?? "" };
  const form = await new Response(source, { headers }).formData()
    .catch(() => refuse(400, "The body is not a readable form"));
  return { form, source };
}

/** Whether the request carries these Basic credentials; takes the same time for any wrong ones. */
export function hasBasic(
  request: Request,
  user: string,
  password: string,
): boolean {
  const given = request.headers.get("authorization") ?? "";
  return timingSafeEqual(
    digest(given),
    digest(`Basic ${btoa(`${user}:${password}`)}`),
  );
}

/** Random bytes in hexadecimal, for sids and tokens. */
export function hex(bytes: number): string {
  return crypto.getRandomValues(new Uint8Array(bytes)).toHex();
}

function digest(text: string): Uint8Array {
  return createHash("sha256").update(text).digest();
}

function refuse(status: number, message: string): never {
  throw new Refusal(Response.json({ message }, { status }));
}
