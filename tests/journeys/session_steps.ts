import type { BrowserContext } from "playwright-core";

/** What the session cookies hold. */
export async function readSession(
  context: BrowserContext,
): Promise<Record<string, unknown>> {
  const parts = (await sessionCookies(context)).map((cookie) => cookie.value);
  const text = parts.join("").replace(/^base64-/, "");
  return JSON.parse(
    new TextDecoder().decode(
      Uint8Array.fromBase64(text, { alphabet: "base64url" }),
    ),
  );
}

/** Writes the session cookies anew, in as many parts as there were. */
export async function writeSession(
  context: BrowserContext,
  session: Record<string, unknown>,
): Promise<void> {
  const cookies = await sessionCookies(context);
  const bytes = new TextEncoder().encode(JSON.stringify(session));
  const text = `base64-${
    bytes.toBase64({ alphabet: "base64url", omitPadding: true })
  }`;
  const length = Math.ceil(text.length / cookies.length);
  await context.addCookies(cookies.map((cookie, index) => ({
    ...cookie,
    value: text.slice(index * length, (index + 1) * length),
  })));
}

async function sessionCookies(context: BrowserContext) {
  const cookies = await context.cookies();
  return cookies.filter(({ name }) => /^session(\.\d)?$/.test(name))
    .sort((a, b) => a.name.localeCompare(b.name));
}
