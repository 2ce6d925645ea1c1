import { languages } from "./language.ts";

/** Paths that come from outside, and what is made of them. Those that we write are in paths.ts. */

/**
 * Where a link leads that a mail program or a person has glued something to: a slash, the full stop or the bracket of
 * the sentence around it. Null for a link that is as we write it.
 */
export function withoutGlue({ pathname, search }: URL): string | null {
  const path = pathname.replace(/(?:[/.,;:!)\]]|%3E)+$/i, "");
  // What somebody searches for may end in any sign: `?q=Dr.`
  const query = /[?&]q=[^&]*$/.test(search)
    ? search
    : search.replace(/(?:[.,;:!)\]]|%3E)+$/i, "");
  // `//evil.example/` must not become an address of another site; two full stops end no sentence.
  if (path === "" || path.startsWith("//") || pathname.endsWith("..")) {
    return null;
  }
  if (path === pathname && query === search) return null;
  return path + query;
}

/** Pages that must not follow a sign-in: they would end the session or cause a redirect loop. */
const notAfterSignIn =
  /^\/\w\w\/(sign-in|sign-up|sign-out|activation|invitation)(\/|$)/;

/**
 * Where to go after signing in, when `text` names a page of ours; null for everything else: another site
 * however it is written (`//evil`, `/\evil`, `%2f%2fevil`, `javascript:`), control characters, our API.
 * The fragment is dropped.
 */
export function safeNext(text: string | null | undefined): string | null {
  if (typeof text !== "string" || text.length > 2000) return null;
  if (!text.startsWith("/") || !isPlain(text)) return null;
  const origin = "http://app.invalid";
  const url = URL.parse(text, origin);
  if (url?.origin !== origin) return null;
  const decoded = decodePath(url.pathname);
  if (decoded === null || decoded.includes("//") || !isPlain(decoded)) {
    return null;
  }
  const first = decoded.split("/")[1];
  if (!languages.some((language) => language === first)) return null;
  if (notAfterSignIn.test(decoded)) return null;
  return url.pathname + url.search;
}

/** No backslash, which browsers take for a slash, and no control character, which they drop. */
function isPlain(text: string): boolean {
  // deno-lint-ignore no-control-regex -- control characters are what is looked for
  return !/[\\\u0000-\u001f\u007f]/.test(text);
}

function decodePath(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null; // a % that begins no character
  }
}
