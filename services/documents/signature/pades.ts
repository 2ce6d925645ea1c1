import * as asn1js from "asn1js";
import * as pkijs from "pkijs";
import type { SigningIdentity } from "./pkcs12.ts";

/** Asks a time stamp authority (RFC 3161). */
export type TimeStamp = (request: ArrayBuffer) => Promise<ArrayBuffer>;

const oid = {
  data: "1.2.840.113549.1.7.1",
  signedData: "1.2.840.113549.1.7.2",
  contentType: "1.2.840.113549.1.9.3",
  messageDigest: "1.2.840.113549.1.9.4",
  signingCertificateV2: "1.2.840.113549.1.9.16.2.47",
  timeStampToken: "1.2.840.113549.1.9.16.2.14",
} as const;

/**
 * A detached CMS signature of some bytes, PAdES B-B (ETSI EN 319 142-1); with a time stamp B-T. The same bytes give
 * the same signature without one: RSA PKCS#1 v1.5 is deterministic, and no signing time is inside (the PDF has it).
 */
export async function signDetached(
  bytes: Uint8Array<ArrayBuffer>,
  { key, certificate, chain }: SigningIdentity,
  timeStamp?: TimeStamp,
): Promise<Uint8Array> {
  const info = new pkijs.SignerInfo({
    version: 1,
    sid: new pkijs.IssuerAndSerialNumber({
      issuer: certificate.issuer,
      serialNumber: certificate.serialNumber,
    }),
    signedAttrs: new pkijs.SignedAndUnsignedAttributes({
      type: 0,
      attributes: await signedAttributes(bytes, certificate),
    }),
  });
  const signed = new pkijs.SignedData({
    version: 1,
    encapContentInfo: new pkijs.EncapsulatedContentInfo({
      eContentType: oid.data,
    }),
    signerInfos: [info],
    certificates: chain,
  });
  await signed.sign(key, 0, "SHA-256", bytes);
  if (timeStamp) await addTimeStamp(info, timeStamp);
  const content = new pkijs.ContentInfo({
    contentType: oid.signedData,
    content: signed.toSchema(true),
  });
  return new Uint8Array(content.toSchema().toBER());
}

async function signedAttributes(
  bytes: Uint8Array<ArrayBuffer>,
  certificate: pkijs.Certificate,
): Promise<pkijs.Attribute[]> {
  const digest = (data: BufferSource) => crypto.subtle.digest("SHA-256", data);
  const octets = async (data: BufferSource) =>
    new asn1js.OctetString({ valueHex: await digest(data) });
  const sequence = (value: asn1js.BaseBlock) =>
    new asn1js.Sequence({ value: [value] });
  const attribute = (type: string, value: asn1js.BaseBlock) =>
    new pkijs.Attribute({ type, values: [value] });
  const fingerprint = await octets(certificate.toSchema(true).toBER());
  return [
    attribute(
      oid.contentType,
      new asn1js.ObjectIdentifier({ value: oid.data }),
    ),
    attribute(oid.messageDigest, await octets(bytes)),
    attribute(
      oid.signingCertificateV2,
      sequence(sequence(sequence(fingerprint))),
    ),
  ];
}

/** Says when the signature was there, as an unsigned attribute. */
async function addTimeStamp(info: pkijs.SignerInfo, timeStamp: TimeStamp) {
  const signature = info.signature.valueBlock.valueHexView.slice().buffer;
  const nonce = crypto.getRandomValues(new Uint8Array(8));
  nonce[0] = (nonce[0] ?? 0) & 0x7f | 1; // a positive integer of eight bytes
  const request = new pkijs.TimeStampReq({
    version: 1,
    messageImprint: await pkijs.MessageImprint.create("SHA-256", signature),
    certReq: true,
    nonce: new asn1js.Integer({ valueHex: nonce.buffer }),
  });
  const answer = pkijs.TimeStampResp.fromBER(
    await timeStamp(request.toSchema().toBER()),
  );
  const token = answer.timeStampToken;
  if (answer.status.status > 1 || !token) {
    throw new Error("the time stamp was refused");
  }
  info.unsignedAttrs = new pkijs.SignedAndUnsignedAttributes({
    type: 1,
    attributes: [
      new pkijs.Attribute({
        type: oid.timeStampToken,
        values: [token.toSchema()],
      }),
    ],
  });
}
