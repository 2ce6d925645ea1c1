import { type Claims, JwtError, type Keys } from "../types.ts";

/** Who a channel member is: replaced as a whole when he sends a newer token. */
export interface Identity {
  token: string;
  claims: Claims & { exp: number };
  /** The headers of the upgrade request, for policies that read `request.headers`. */
  headers: Record<string, string>;
}

/** Why a join or a token is refused: the client reads `code: message` at join, and `message` afterwards. */
export class Refusal extends Error {
  constructor(readonly code: string, message: string) {
    super(message);
  }
}

/** The verified holder of a token. Throws `Refusal`. */
export async function identify(
  keys: Keys,
  token: string,
  headers: Record<string, string>,
): Promise<Identity> {
  try {
    const claims = await keys.verify(token);
    const { exp } = claims;
    // `verify` takes a token without a role for an anonymous one; here it must have one.
    if (typeof exp !== "number" || !("role" in payloadOf(token))) {
      throw new Refusal(
        "InvalidJWTToken",
        "Fields `role` and `exp` are required in JWT",
      );
    }
    return { token, claims: { ...claims, exp }, headers };
  } catch (error) {
    throw error instanceof JwtError ? refusal(error, token) : error;
  }
}

function refusal(error: JwtError, token: string): Refusal {
  switch (error.reason) {
    case "expired":
      return new Refusal(
        "InvalidJWTToken",
        `Token has expired ${
          Math.floor(Date.now() / 1000) - Number(payloadOf(token).exp)
        } seconds ago`,
      );
    case "claims":
      return new Refusal(
        "InvalidJWTToken",
        "Fields `role` and `exp` are required in JWT",
      );
    case "signature":
      return new Refusal(
        "JwtSignatureError",
        "Failed to validate JWT signature",
      );
    case "algorithm":
      return new Refusal(
        "JwtSignerError",
        "Failed to generate JWT signer, check your JWT secret or JWKS configuration",
      );
    default:
      return new Refusal(
        "MalformedJWT",
        "The token provided is not a valid JWT",
      );
  }
}

/** The claims as they were signed; only for tokens whose signature `verify` has checked. */
function payloadOf(token: string): Record<string, unknown> {
  const payload = token.split(".")[1] ?? "";
  return JSON.parse(
    atob(payload.replaceAll("-", "+").replaceAll("_", "/")),
  );
}
