import { parseCookie, stringifySetCookie } from "cookie";

/** A cookie to set; times in seconds. */
export interface NewCookie {
  name: string;
  value: string;
  path: string;
  maxAge: number;
  httpOnly?: boolean;
  secure?: boolean;
  sameSite: "lax" | "strict";
}

/** Values go as they are: whoever writes one that needs encoding encodes it. */
const asIs = (value: string) => value;

/**
 * The cookies of a request by name. A `Cookie` header is what anybody sends: parts of it that are no cookies are
 * passed over, and nothing is thrown.
 */
export function readCookies(request: Request): Record<string, string> {
  const header = request.headers.get("Cookie") ?? "";
  const cookies: Record<string, string> = {};
  for (
    const [name, value] of Object.entries(parseCookie(header, { decode: asIs }))
  ) {
    if (name !== "" && value !== undefined) cookies[name] = value;
  }
  return cookies;
}

/** Sets a cookie with the answer. Throws `TypeError` for a name or value that no header can carry. */
export function setCookie(responseHeaders: Headers, cookie: NewCookie): void {
  const line = stringifySetCookie(cookie, { encode: asIs });
  responseHeaders.append("Set-Cookie", line);
}

/** Lets the browser forget a cookie that was set for this path. */
export function deleteCookie(
  responseHeaders: Headers,
  name: string,
  path: string,
): void {
  const gone = { name, value: "", path, maxAge: 0, sameSite: "lax" } as const;
  setCookie(responseHeaders, gone);
}
