import { createPrivateKey, createPublicKey } from "node:crypto";
import { Buffer } from "node:buffer";
import * as pkijs from "pkijs";

pkijs.setEngine("deno", new pkijs.CryptoEngine({ name: "deno", crypto }));

/** A key that signs, with its certificate and the chain above it. */
export interface SigningIdentity {
  readonly key: CryptoKey;
  /** The key's own certificate. */
  readonly certificate: pkijs.Certificate;
  /** All certificates, the own one first. */
  readonly chain: pkijs.Certificate[];
}

const EC = "1.2.840.10045.2.1";

/**
 * The identity in a PKCS#12 file (RSA, or EC on P-256; encrypted by AES, as OpenSSL 3 writes it).
 *
 * @throws for a wrong password, and when key or certificate are missing
 */
export async function readPkcs12(
  file: Uint8Array,
  password: string,
): Promise<SigningIdentity> {
  const secret = new TextEncoder().encode(password).buffer;
  const pfx = pkijs.PFX.fromBER(file.slice().buffer);
  await pfx.parseInternalValues({ password: secret, checkIntegrity: true });
  const safe = pfx.parsedValue?.authenticatedSafe;
  if (!safe) throw new Error("the PKCS#12 file holds nothing");
  await safe.parseInternalValues({
    safeContents: safe.safeContents.map(({ contentType }) =>
      contentType === pkijs.ContentInfo.ENCRYPTED_DATA
        ? { password: secret }
        : {}
    ),
  });
  const certificates: pkijs.Certificate[] = [];
  let pkcs8: ArrayBuffer | undefined;
  const contents: { value: pkijs.SafeContents }[] = safe.parsedValue
    .safeContents;
  for (const { bagValue } of contents.flatMap(({ value }) => value.safeBags)) {
    if (bagValue instanceof pkijs.CertBag) {
      if (bagValue.parsedValue instanceof pkijs.Certificate) {
        certificates.push(bagValue.parsedValue);
      }
    } else if (bagValue instanceof pkijs.PKCS8ShroudedKeyBag) {
      await decrypt(bagValue, secret);
      pkcs8 = bagValue.parsedValue?.toSchema().toBER();
    } else if (bagValue instanceof pkijs.PrivateKeyInfo) {
      pkcs8 = bagValue.toSchema().toBER();
    }
  }
  if (!pkcs8) throw new Error("no private key in the PKCS#12 file");
  return await identityOf(pkcs8, certificates);
}

/** The method is public in JavaScript and protected in the types. */
async function decrypt(bag: pkijs.PKCS8ShroudedKeyBag, password: ArrayBuffer) {
  const open = bag as unknown as {
    parseInternalValues(options: { password: ArrayBuffer }): Promise<void>;
  };
  await open.parseInternalValues({ password });
}

async function identityOf(
  pkcs8: ArrayBuffer,
  certificates: readonly pkijs.Certificate[],
): Promise<SigningIdentity> {
  const info = pkijs.PrivateKeyInfo.fromBER(pkcs8);
  const algorithm = info.privateKeyAlgorithm.algorithmId === EC
    ? { name: "ECDSA", namedCurve: "P-256" }
    : { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("pkcs8", pkcs8, algorithm, false, [
    "sign",
  ]);
  const publicKey = createPublicKey(
    createPrivateKey({ key: Buffer.from(pkcs8), format: "der", type: "pkcs8" }),
  ).export({ format: "der", type: "spki" });
  const isOwn = (certificate: pkijs.Certificate) =>
    publicKey.equals(
      Buffer.from(certificate.subjectPublicKeyInfo.toSchema().toBER()),
    );
  const certificate = certificates.find(isOwn);
  if (!certificate) {
    throw new Error("no certificate for the key in the PKCS#12 file");
  }
  const others = certificates.filter((other) => other !== certificate);
  return { key, certificate, chain: [certificate, ...others] };
}
