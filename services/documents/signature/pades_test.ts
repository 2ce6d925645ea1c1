import { assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import * as pkijs from "pkijs";
import { newPkcs12 } from "../../../local/certificate.ts";
import { signDetached } from "./pades.ts";
import { readPkcs12 } from "./pkcs12.ts";

const identity = await readPkcs12(
  Uint8Array.fromBase64(await newPkcs12("Praxis", "secret")),
  "secret",
);
const bytes = new TextEncoder().encode("a document");

/** Runs openssl in a folder; what it said. */
async function openssl(folder: string, ...args: string[]): Promise<string> {
  const { stdout, stderr } = await new Deno.Command("openssl", {
    args,
    cwd: folder,
  }).output();
  return new TextDecoder().decode(stdout) + new TextDecoder().decode(stderr);
}

/** A time stamp authority (RFC 3161), made by openssl. */
async function newAuthority(folder: string) {
  await Deno.writeTextFile(
    `${folder}/tsa.cnf`,
    `[tsa]
default_tsa = ours
[ours]
serial = ./serial
signer_cert = ./tsa.pem
signer_key = ./tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
ess_cert_id_alg = sha256
`,
  );
  await openssl(
    folder,
    ...["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=TSA"],
    ...["-addext", "extendedKeyUsage=critical,timeStamping"],
    ...["-keyout", "tsa.key", "-out", "tsa.pem"],
  );
  return async (request: ArrayBuffer): Promise<ArrayBuffer> => {
    await Deno.writeFile(`${folder}/request`, new Uint8Array(request));
    await openssl(
      folder,
      ...["ts", "-reply", "-config", "tsa.cnf"],
      ...["-queryfile", "request", "-out", "answer"],
    );
    return (await Deno.readFile(`${folder}/answer`)).buffer;
  };
}

Deno.test("a signature carries the time stamp of an authority, which is of this very signature", async () => {
  const folder = await Deno.makeTempDir({ prefix: "tsa-" });
  try {
    const signed = await signDetached(
      bytes,
      identity,
      await newAuthority(folder),
    );
    await Deno.writeFile(`${folder}/signed`, signed);
    await Deno.writeFile(`${folder}/document`, bytes);
    assertStringIncludes(
      await openssl(
        folder,
        ...["cms", "-verify", "-noverify", "-binary", "-inform", "DER"],
        ...["-in", "signed", "-content", "document"],
      ),
      "CMS Verification successful",
    );
    const { content } = pkijs.ContentInfo.fromBER(signed.slice().buffer);
    const [info] = new pkijs.SignedData({ schema: content }).signerInfos;
    const token = info?.unsignedAttrs?.attributes[0]?.values[0];
    await Deno.writeFile(`${folder}/token`, new Uint8Array(token.toBER()));
    await Deno.writeFile(
      `${folder}/signature`,
      info?.signature.valueBlock.valueHexView ?? new Uint8Array(),
    );
    const verify = (data: string) =>
      openssl(
        folder,
        ...["ts", "-verify", "-token_in", "-in", "token"],
        ...["-data", data, "-CAfile", "tsa.pem"],
      );
    assertStringIncludes(await verify("signature"), "Verification: OK");
    assertStringIncludes(await verify("document"), "Verification: FAILED");
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("without the stamp that was asked for nothing is signed", async () => {
  const refused = new pkijs.TimeStampResp({
    status: new pkijs.PKIStatusInfo({ status: 2 }),
  }).toSchema().toBER();
  await assertRejects(
    () => signDetached(bytes, identity, () => Promise.resolve(refused)),
    Error,
    "refused",
  );
  const down = () => Promise.reject(new Error("no answer"));
  await assertRejects(
    () => signDetached(bytes, identity, down),
    Error,
    "no answer",
  );
  assertEquals((await signDetached(bytes, identity)).length > 0, true);
});
