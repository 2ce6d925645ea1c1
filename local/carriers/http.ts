import { createHash, timingSafeEqual } from "node:crypto";

/** Ends a request with this answer; thrown by what cannot go on. */
export class Refusal extends Error {
  constructor(readonly response: Response) {
    super(`refused with ${response.status}`);
  }
}

/** Reads a form (multipart or urlencoded) of at most `limit` bytes, or refuses with 413 or 400. */
export async function readForm(
  request: Request,
  limit: number,
): Promise<FormData> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.length;
    if (size > limit) {
      throw new Refusal(
        Response.json({ message: "Request Entity Too Large" }, { status: 413 }),
      );
    }
    chunks.push(chunk);
  }
  const headers = { "content-type": request.headers.get("content-type") ?? "" };
  try {
    return await new Response(new Blob(chunks), { headers }).formData();
  } catch {
    throw new Refusal(
      Response.json({ message: "The body is not a readable form" }, {
        status: 400,
      }),
    );
  }
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

function digest(text: string): Uint8Array {
  return createHash("sha256").update(text).digest();
}

/** Random bytes in hexadecimal, for sids and tokens. */
export function hex(bytes: number): string {
  return crypto.getRandomValues(new Uint8Array(bytes)).toHex();
}
