import { type Caller, type Claims, JwtError, type Keys } from "../types.ts";
import type { Context } from "./context.ts";
import { refuse, type RestError } from "./error.ts";

const MAX_REMEMBERED = 1_000;

/** Who asks. Remembers tokens that were verified, until they expire: a signature costs more than a query. */
export class Sessions {
  readonly #known = new Map<string, Claims>();

  constructor(readonly keys: Keys) {}

  /** The claims of the caller's token; without one the role is `anon`. Throws PGRST301 and PGRST303. */
  async claims({ token }: Caller): Promise<Claims> {
    if (token === null) return { role: "anon" };
    const known = this.#known.get(token);
    if (known?.exp !== undefined && known.exp > Date.now() / 1000) return known;
    this.#known.delete(token);
    const claims = await this.#verify(token);
    const [oldest] = this.#known.keys();
    if (oldest !== undefined && this.#known.size >= MAX_REMEMBERED) {
      this.#known.delete(oldest);
    }
    this.#known.set(token, claims);
    return claims;
  }

  async #verify(token: string): Promise<Claims> {
    try {
      return await this.keys.verify(token);
    } catch (error) {
      throw error instanceof JwtError ? refusal(error, token) : error;
    }
  }
}

function refusal({ reason, message }: JwtError, token: string): RestError {
  const parts = token.split(".").length;
  const text = {
    malformed: parts === 3
      ? "JWT cryptographic operation failed"
      : `Expected 3 parts in JWT; got ${parts}`,
    algorithm: "Wrong or unsupported encoding algorithm",
    signature: "No suitable key or wrong key type",
    expired: "JWT expired",
    not_yet: "JWT not yet valid",
    claims: message,
  }[reason];
  const undecodable = ["malformed", "algorithm", "signature"].includes(reason);
  return refuse(undecodable ? "PGRST301" : "PGRST303", text, null, null, {
    "www-authenticate": `Bearer error="invalid_token", error_description=${
      JSON.stringify(text)
    }`,
  });
}

/** The settings that a transaction on behalf of a caller begins with. */
export function sessionSettings(
  context: Context,
): [name: string, value: string][] {
  const { request: { headers, method }, url, claims, catalog } = context;
  const { timezone } = context.preferences;
  const searchPath = [context.schema, ...context.configuration.extraSearchPath];
  const cookies = (headers.get("cookie") ?? "").split(";").flatMap((pair) => {
    const [name = "", value] = pair.trim().split(/=(.*)/s);
    return value === undefined ? [] : [[name, value]];
  });
  const quoted = searchPath.map((name) => `"${name.replaceAll('"', '""')}"`);
  return [
    ["search_path", quoted.join(", ")],
    ...catalog.roleSettings.get(claims.role) ?? [],
    ["role", claims.role],
    ["request.jwt.claims", JSON.stringify(claims)],
    ["request.method", method],
    ["request.path", url.pathname],
    ["request.headers", JSON.stringify(Object.fromEntries(headers))],
    ["request.cookies", JSON.stringify(Object.fromEntries(cookies))],
    ...(timezone === undefined
      ? []
      : [["timezone", timezone] satisfies [string, string]]),
  ];
}
