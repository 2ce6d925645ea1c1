import {
  calculateJwkThumbprint,
  type CryptoKey,
  decodeProtectedHeader,
  errors,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JWK,
  jwtVerify,
  SignJWT,
} from "jose";
import { type Claims, JwtError, type Keys } from "./types.ts";

/** What tokens are signed and verified with. */
export interface KeyMaterial {
  /**
   * Private JWKs as GoTrue's `JWT_KEYS` has them: exactly one may `sign`, the others only verify.
   * None at all: tokens are signed with the shared secret, as before there were signing keys.
   */
  jwtKeys: JWK[];
  /** The shared HS256 secret of the legacy `anon` and `service_role` keys: 32 characters or more. */
  jwtSecret: string;
}

interface VerificationKey {
  key: CryptoKey | Uint8Array;
  algorithm: string;
}

const ALGORITHMS = ["ES256", "RS256", "HS256"];

/** Reads the keys once. Throws when none or several may sign, or one is not usable. */
export async function createKeys(
  { jwtKeys, jwtSecret }: KeyMaterial,
): Promise<Keys> {
  if (jwtSecret.length < 32) {
    throw new Error("JWT_SECRET must have at least 32 characters");
  }
  const secret = new TextEncoder().encode(jwtSecret);
  const published = jwtKeys.filter((jwk) => jwk.kty !== "oct").map(publicPart);
  const verifying = new Map<string, VerificationKey>();
  for (const jwk of jwtKeys) {
    const algorithm = jwk.alg ?? "ES256";
    if (!jwk.kid || !ALGORITHMS.includes(algorithm)) {
      throw new Error("Each key of JWT_KEYS needs a kid and a known alg");
    }
    verifying.set(jwk.kid, {
      key: await importJWK(publicPart(jwk), algorithm),
      algorithm,
    });
  }
  const sign = jwtKeys.length > 0
    ? await signer(jwtKeys)
    : (claims: Claims) =>
      new SignJWT(claims).setProtectedHeader({ alg: "HS256", typ: "JWT" }).sign(
        secret,
      );

  function keyOf(token: string): VerificationKey {
    const { alg, kid } = readHeader(token);
    if (!alg || !ALGORITHMS.includes(alg)) {
      throw new JwtError("algorithm", `signing method ${alg} is invalid`);
    }
    const known = kid === undefined ? undefined : verifying.get(kid);
    if (known) return known;
    if (alg === "HS256") return { key: secret, algorithm: "HS256" };
    throw new JwtError("signature", "unrecognized JWT kid for this algorithm");
  }

  return {
    async verify(token) {
      const { key, algorithm } = keyOf(token);
      try {
        // The algorithm is the key's, never the token's: a public key is no HMAC secret.
        const { payload } = await jwtVerify(token, key, {
          algorithms: [algorithm],
        });
        return asClaims(payload);
      } catch (error) {
        throw asJwtError(error);
      }
    },
    sign,
    jwks: () => ({ keys: published }),
  };
}

async function signer(jwtKeys: JWK[]): Promise<Keys["sign"]> {
  const [current, ...more] = jwtKeys.filter((jwk) =>
    jwk.key_ops?.includes("sign")
  );
  if (!current || more.length > 0) {
    throw new Error("Exactly one key of JWT_KEYS must have the key_ops sign");
  }
  const header = { alg: current.alg ?? "ES256", kid: current.kid, typ: "JWT" };
  // Web Crypto takes a private key for signing alone.
  const key = await importJWK({ ...current, key_ops: ["sign"] }, header.alg);
  return (claims) => new SignJWT(claims).setProtectedHeader(header).sign(key);
}

/** A new ES256 key that signs, as a private JWK. */
export async function newSigningKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair("ES256", { extractable: true });
  const jwk = await exportJWK(privateKey);
  return {
    ...jwk,
    kid: await calculateJwkThumbprint(jwk),
    alg: "ES256",
    use: "sig",
    key_ops: ["sign", "verify"],
  };
}

/** A legacy API key: a token of ten years for `role`, signed with the shared secret. */
export function legacyKey(
  role: "anon" | "service_role",
  jwtSecret: string,
): Promise<string> {
  const issuedAt = Math.floor(Date.now() / 1000);
  return new SignJWT({
    role,
    iss: "supabase",
    iat: issuedAt,
    exp: issuedAt + 10 * 365 * 86_400,
  })
    .setProtectedHeader({ alg: "HS256", typ: "JWT" })
    .sign(new TextEncoder().encode(jwtSecret));
}

/** What everyone may know of a key. A shared secret has no such part: it stays as it is and is never published. */
function publicPart(jwk: JWK): JWK {
  if (jwk.kty === "oct") return jwk;
  const { d: _d, p: _p, q: _q, dp: _dp, dq: _dq, qi: _qi, ...rest } = jwk;
  return { ...rest, use: "sig", key_ops: ["verify"] };
}

function readHeader(token: string) {
  try {
    return decodeProtectedHeader(token);
  } catch {
    throw new JwtError("malformed", "token is malformed");
  }
}

function asClaims(payload: Record<string, unknown>): Claims {
  const { role = "anon", sub, exp } = payload;
  const wellFormed = typeof role === "string" &&
    (sub === undefined || typeof sub === "string") &&
    (exp === undefined || typeof exp === "number");
  if (!wellFormed) throw new JwtError("claims", "token has invalid claims");
  return { ...payload, role, sub, exp };
}

function asJwtError(error: unknown): unknown {
  if (error instanceof errors.JWTExpired) {
    return new JwtError("expired", "token is expired");
  }
  if (error instanceof errors.JWTClaimValidationFailed) {
    return new JwtError(
      error.claim === "nbf" ? "not_yet" : "claims",
      error.message,
    );
  }
  if (error instanceof errors.JWSSignatureVerificationFailed) {
    return new JwtError("signature", "signature is invalid");
  }
  if (error instanceof errors.JOSEAlgNotAllowed) {
    return new JwtError("algorithm", "signing method is invalid");
  }
  if (error instanceof errors.JOSEError) {
    return new JwtError("malformed", "token is malformed");
  }
  if (error instanceof TypeError) {
    return new JwtError("signature", "signature is invalid"); // a key of another kind
  }
  return error;
}
