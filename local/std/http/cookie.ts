/** A cookie and its attributes (RFC 6265bis §4.1). */
export interface Cookie {
  name: string;
  value: string;
  /** A date, or milliseconds since 1970. */
  expires?: Date | number;
  /** Seconds; 0 deletes. */
  maxAge?: number;
  domain?: string;
  path?: string;
  secure?: boolean;
  httpOnly?: boolean;
  partitioned?: boolean;
  sameSite?: "Strict" | "Lax" | "None";
  /** Further attributes as they are. */
  unparsed?: string[];
}

const NAME = /^[\w!#$%&'*.^`|~+-]+$/;

/** The cookies of a request's headers, their values as they were sent. Throws SyntaxError for one without a name. */
export function getCookies(headers: Headers): Record<string, string> {
  const cookies: Record<string, string> = {};
  const header = headers.get("Cookie");
  if (header === null) return cookies;
  for (const part of header.split(";")) {
    const at = part.indexOf("=");
    const name = (at < 0 ? part : part.slice(0, at)).trim();
    if (at >= 0 && name === "") {
      throw new SyntaxError("Cookie cannot start with '='");
    }
    if (name === "") continue;
    Object.defineProperty(cookies, name, {
      value: at < 0 ? "" : part.slice(at + 1).trim(),
      configurable: true,
      enumerable: true,
      writable: true,
    });
  }
  return cookies;
}

/** Adds a Set-Cookie header. Throws SyntaxError or RangeError for what no cookie may contain. */
export function setCookie(headers: Headers, cookie: Cookie): void {
  if (cookie.name) headers.append("Set-Cookie", toText(cookie));
}

/** Adds a Set-Cookie header that deletes; path and domain must be those it was set with. */
export function deleteCookie(
  headers: Headers,
  name: string,
  attributes?: Pick<
    Cookie,
    "path" | "domain" | "secure" | "httpOnly" | "partitioned"
  >,
): void {
  setCookie(headers, { name, value: "", expires: new Date(0), ...attributes });
}

function toText(cookie: Cookie): string {
  const { name, value, maxAge, sameSite, httpOnly, partitioned } = cookie;
  const isHost = name.startsWith("__Host-");
  const secure = cookie.secure || isHost || name.startsWith("__Secure-");
  const path = isHost ? "/" : cookie.path;
  const domain = isHost ? undefined : cookie.domain;
  check(cookie, path, domain);
  const expires = cookie.expires === undefined
    ? undefined
    : new Date(cookie.expires).toUTCString();
  return [
    `${name}=${value}`,
    secure && "Secure",
    httpOnly && "HttpOnly",
    partitioned && "Partitioned",
    maxAge !== undefined && `Max-Age=${maxAge}`,
    domain && `Domain=${domain}`,
    sameSite && `SameSite=${sameSite}`,
    path && `Path=${path}`,
    expires && `Expires=${expires}`,
    ...cookie.unparsed ?? [],
  ].filter(Boolean).join("; ");
}

function check(
  { name, value, maxAge }: Cookie,
  path: string | undefined,
  domain: string | undefined,
): void {
  if (!NAME.test(name)) throw new SyntaxError(`Invalid cookie name: "${name}"`);
  // Of the printable ASCII characters these end or quote a value.
  if (/[^\x21-\x7e]|[",;\\]/.test(value)) {
    throw new SyntaxError(
      `RFC2616 cookie '${name}' cannot contain this character in its value`,
    );
  }
  if (maxAge !== undefined && !(Number.isInteger(maxAge) && maxAge >= 0)) {
    throw new RangeError(
      "Max-Age must be an integer superior or equal to 0. Cookie ignored.",
    );
  }
  // deno-lint-ignore no-control-regex -- control characters are what is refused
  if (path !== undefined && /[;\x00-\x1f\x7f]/.test(path)) {
    throw new SyntaxError(`Cookie path "${path}" contains invalid character`);
  }
  if (domain !== undefined && /^-|[.-]$/.test(domain)) {
    throw new SyntaxError(
      `Invalid first/last char in cookie domain: ${domain}`,
    );
  }
}

/** The cookies that a response sets. */
export function getSetCookies(headers: Headers): Cookie[] {
  return headers.getSetCookie().map(parse).filter((cookie) => cookie !== null);
}

function parse(text: string): Cookie | null {
  const [first = "", ...attributes] = text.split(";").map((part) =>
    part.trim()
  );
  const at = first.indexOf("=");
  if (at <= 0) return null;
  const cookie: Cookie = {
    name: first.slice(0, at),
    value: first.slice(at + 1),
  };
  for (const attribute of attributes) readAttribute(cookie, attribute);
  return cookie;
}

function readAttribute(cookie: Cookie, attribute: string): void {
  const [key = "", ...rest] = attribute.split("=");
  const value = rest.join("=");
  switch (key.toLowerCase()) {
    case "expires":
      cookie.expires = new Date(value);
      break;
    case "max-age":
      cookie.maxAge = Number(value);
      break;
    case "domain":
      cookie.domain = value;
      break;
    case "path":
      cookie.path = value;
      break;
    case "secure":
      cookie.secure = true;
      break;
    case "httponly":
      cookie.httpOnly = true;
      break;
    case "partitioned":
      cookie.partitioned = true;
      break;
    case "samesite":
      if (value === "Strict" || value === "Lax" || value === "None") {
        cookie.sameSite = value;
      }
      break;
    default:
      (cookie.unparsed ??= []).push(attribute);
  }
}
