import { type Caller, type Claims, JwtError, type Keys } from "../types.ts";
import { RestError } from "./error.ts";

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
  const [code, text] = {
    malformed: [
      "PGRST301",
      parts === 3
        ? "JWT cryptographic operation failed"
        : `Expected 3 parts in JWT; got ${parts}`,
    ],
    algorithm: ["PGRST301", "Wrong or unsupported encoding algorithm"],
    signature: ["PGRST301", "No suitable key or wrong key type"],
    expired: ["PGRST303", "JWT expired"],
    not_yet: ["PGRST303", "JWT not yet valid"],
    claims: ["PGRST303", message],
  }[reason] as [string, string]; // every entry above is a pair
  return new RestError(401, code, text, null, null, {
    "www-authenticate": `Bearer error="invalid_token", error_description=${
      JSON.stringify(text)
    }`,
  });
}

/** The settings that a transaction on behalf of a caller begins with. */
export function sessionSettings(
  request: Request,
  path: string,
  claims: Claims,
  searchPath: string[],
  timezone: string | undefined,
  roleSettings: [name: string, value: string][],
): [name: string, value: string][] {
  const headers = Object.fromEntries(request.headers);
  const cookies = Object.fromEntries(
    (headers.cookie ?? "").split(";").flatMap((pair) => {
      const [name = "", value] = pair.trim().split(/=(.*)/s);
      return value === undefined ? [] : [[name, value]];
    }),
  );
  return [
    [
      "search_path",
      searchPath.map((name) => `"${name.replaceAll('"', '""')}"`).join(", "),
    ],
    ...roleSettings,
    ["role", claims.role],
    ["request.jwt.claims", JSON.stringify(claims)],
    ["request.method", request.method],
    ["request.path", path],
    ["request.headers", JSON.stringify(headers)],
    ["request.cookies", JSON.stringify(cookies)],
    ...(timezone === undefined
      ? []
      : [["timezone", timezone] satisfies [string, string]]),
  ];
}
