import { assert, assertEquals, assertRejects } from "@std/assert";
import { exportSPKI, importJWK, SignJWT, UnsecuredJWT } from "jose";
import { createKeys, legacyKey, newSigningKey } from "./keys.ts";
import { JwtError } from "./types.ts";

const SECRET = "a secret of the tests, longer than 32 characters";
const inAnHour = () => Math.floor(Date.now() / 1000) + 3600;

async function refusal(promise: Promise<unknown>): Promise<string> {
  return (await assertRejects(() => promise, JwtError)).reason;
}

Deno.test("tokens of the current key, of a retired one and of the shared secret are believed", async () => {
  const [old, current] = [await newSigningKey(), await newSigningKey()];
  const before = await createKeys({ jwtKeys: [old], jwtSecret: SECRET });
  const issued = await before.sign({
    role: "authenticated",
    sub: "a",
    exp: inAnHour(),
  });
  const keys = await createKeys({
    jwtKeys: [current, { ...old, key_ops: ["verify"] }],
    jwtSecret: SECRET,
  });
  assertEquals((await keys.verify(issued)).sub, "a");
  assertEquals(
    (await keys.verify(await keys.sign({ role: "anon", exp: inAnHour() })))
      .role,
    "anon",
  );
  assertEquals(
    (await keys.verify(await legacyKey("service_role", SECRET))).role,
    "service_role",
  );
  assertEquals(keys.jwks().keys.map(({ kid, d }) => [kid, d]), [[
    current.kid,
    undefined,
  ], [old.kid, undefined]]);
});

Deno.test("forged, foreign, expired and unsigned tokens are refused, each with its reason", async () => {
  const [own, foreign] = [await newSigningKey(), await newSigningKey()];
  const keys = await createKeys({ jwtKeys: [own], jwtSecret: SECRET });
  const claims = { role: "service_role", exp: inAnHour() };
  const good = await keys.sign(claims);

  assertEquals(
    await refusal(keys.verify(new UnsecuredJWT(claims).encode())),
    "algorithm",
  );
  const stranger = await createKeys({
    jwtKeys: [foreign],
    jwtSecret: `${SECRET}!`,
  });
  assertEquals(
    await refusal(keys.verify(await stranger.sign(claims))),
    "signature",
  );
  assertEquals(
    await refusal(keys.verify(await legacyKey("service_role", `${SECRET}!`))),
    "signature",
  );
  const impostor = await createKeys({
    jwtKeys: [{ ...foreign, kid: own.kid }],
    jwtSecret: SECRET,
  });
  assertEquals(
    await refusal(keys.verify(await impostor.sign(claims))),
    "signature",
  );
  assertEquals(
    await refusal(keys.verify(await keys.sign({ ...claims, exp: 1 }))),
    "expired",
  );
  const early = await keys.sign({ ...claims, nbf: inAnHour() });
  assertEquals(await refusal(keys.verify(early)), "not_yet");

  const [header, payload, signature] = good.split(".");
  const other = btoa(JSON.stringify({ ...claims, sub: "b" })).replace(
    /=+$/,
    "",
  );
  assertEquals(
    await refusal(keys.verify(`${header}.${other}.${signature}`)),
    "signature",
  );
  assertEquals(
    await refusal(keys.verify(`${header}.${payload}.`)),
    "signature",
  );
  for (
    const broken of [
      "",
      "a",
      "a.b.c",
      `${header}.${payload}`,
      `${header}.%.${signature}`,
      "..",
      "x".repeat(100_000),
    ]
  ) {
    assertEquals(await refusal(keys.verify(broken)) === "expired", false);
  }
  const strange = await keys.sign({
    ...claims,
    role: ["service_role"] as unknown as string, // what no honest caller would sign
  });
  assertEquals(await refusal(keys.verify(strange)), "claims");
});

Deno.test("the public key is no HMAC secret, under its own kid or none", async () => {
  const own = await newSigningKey();
  const keys = await createKeys({ jwtKeys: [own], jwtSecret: SECRET });
  const [published] = keys.jwks().keys;
  assert(published);
  const pem = await exportSPKI(
    await importJWK(
      { ...published, kty: "EC" as const, key_ops: ["verify"] },
      "ES256",
      { extractable: true },
    ),
  );
  for (const secret of [pem, JSON.stringify(published), String(published?.x)]) {
    for (const kid of [own.kid, undefined, "unknown"]) {
      const token = await new SignJWT({ role: "service_role" })
        .setProtectedHeader({ alg: "HS256", kid })
        .setExpirationTime("1h").sign(
          new TextEncoder().encode(secret.padEnd(32)),
        );
      assertEquals(await refusal(keys.verify(token)) === "expired", false);
    }
  }
});

Deno.test("a project has exactly one signing key, or none and its secret", async () => {
  const [one, two] = [await newSigningKey(), await newSigningKey()];
  await assertRejects(
    () => createKeys({ jwtKeys: [one, two], jwtSecret: SECRET }),
    Error,
    "Exactly one",
  );
  await assertRejects(
    () => createKeys({ jwtKeys: [one], jwtSecret: "short" }),
    Error,
    "32 characters",
  );
  const keys = await createKeys({ jwtKeys: [], jwtSecret: SECRET });
  assertEquals(
    (await keys.verify(await keys.sign({ role: "anon", exp: inAnHour() })))
      .role,
    "anon",
  );
  assertEquals(keys.jwks().keys, []);
});
