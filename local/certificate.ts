import * as asn1js from "asn1js";
import * as pkijs from "pkijs";

/** Signs with RSA: the same bytes give the same signature. */
const algorithm = {
  name: "RSASSA-PKCS1-v1_5",
  hash: "SHA-256",
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
};

const encryption = {
  contentEncryptionAlgorithm: { name: "AES-CBC", length: 256 },
  hmacHashAlgorithm: "SHA-256",
  iterationCount: 10_000,
} as const;

const COMMON_NAME = "2.5.4.3";
const TEN_YEARS_MS = 3650 * 86_400_000;

/** A self-made certificate with its key as a PKCS#12 file, base64: what a practice would buy. */
export async function newPkcs12(
  name: string,
  password: string,
): Promise<string> {
  pkijs.setEngine("deno", new pkijs.CryptoEngine({ name: "deno", crypto }));
  const pair = await crypto.subtle.generateKey(algorithm, true, [
    "sign",
    "verify",
  ]);
  const certificate = await selfSigned(name, pair);
  const pkcs8 = await crypto.subtle.exportKey("pkcs8", pair.privateKey);
  const secret = new TextEncoder().encode(password).buffer;
  const key = new pkijs.PKCS8ShroudedKeyBag({
    parsedValue: pkijs.PrivateKeyInfo.fromBER(pkcs8),
  });
  // Public in JavaScript, protected in the types.
  const open = key as unknown as {
    makeInternalValues(
      options: typeof encryption & { password: ArrayBuffer },
    ): Promise<void>;
  };
  await open.makeInternalValues({ ...encryption, password: secret });
  const pfx = new pkijs.PFX({
    parsedValue: {
      integrityMode: 0,
      authenticatedSafe: new pkijs.AuthenticatedSafe({
        parsedValue: {
          safeContents: [
            { privacyMode: 0, value: bagOf("1.2.840.113549.1.12.10.1.2", key) },
            {
              privacyMode: 0,
              value: bagOf(
                "1.2.840.113549.1.12.10.1.3",
                new pkijs.CertBag({ parsedValue: certificate }),
              ),
            },
          ],
        },
      }),
    },
  });
  await pfx.parsedValue?.authenticatedSafe?.makeInternalValues({
    safeContents: [{}, {}],
  });
  await pfx.makeInternalValues({
    password: secret,
    iterations: 10_000,
    pbkdf2HashAlgorithm: "SHA-256",
    hmacHashAlgorithm: "SHA-256",
  });
  return new Uint8Array(pfx.toSchema().toBER()).toBase64();
}

function bagOf(
  bagId: string,
  bagValue: pkijs.PKCS8ShroudedKeyBag | pkijs.CertBag,
) {
  return new pkijs.SafeContents({
    safeBags: [new pkijs.SafeBag({ bagId, bagValue })],
  });
}

async function selfSigned(
  name: string,
  { privateKey, publicKey }: CryptoKeyPair,
): Promise<pkijs.Certificate> {
  const certificate = new pkijs.Certificate();
  certificate.version = 2;
  certificate.serialNumber = new asn1js.Integer({
    value: 1 + Math.floor(Math.random() * 1e9),
  });
  for (const party of [certificate.issuer, certificate.subject]) {
    party.typesAndValues.push(
      new pkijs.AttributeTypeAndValue({
        type: COMMON_NAME,
        value: new asn1js.Utf8String({ value: name }),
      }),
    );
  }
  const now = Date.now();
  certificate.notBefore.value = new Date(now - 86_400_000);
  certificate.notAfter.value = new Date(now + TEN_YEARS_MS);
  await certificate.subjectPublicKeyInfo.importKey(publicKey);
  await certificate.sign(privateKey, "SHA-256");
  return certificate;
}
