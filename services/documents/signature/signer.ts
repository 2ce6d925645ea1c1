import { type Env, env } from "@/env.ts";
import { fetchWithTimeout } from "@/services/http/fetch.ts";
import type { Sign } from "../render.ts";
import { signDetached, type TimeStamp } from "./pades.ts";
import { readPkcs12, type SigningIdentity } from "./pkcs12.ts";

let identity: Promise<SigningIdentity> | undefined;

/** Signs with the practice's certificate (`SIGNING_P12`), with a time stamp where `SIGNING_TSA_URL` is set. */
export const sign: Sign = async (bytes) => {
  const { SIGNING_P12, SIGNING_P12_PASSWORD, SIGNING_TSA_URL } = env();
  identity ??= readPkcs12(
    Uint8Array.fromBase64(SIGNING_P12),
    SIGNING_P12_PASSWORD,
  );
  return await signDetached(bytes, await identity, timeStamp(SIGNING_TSA_URL));
};

function timeStamp(url: Env["SIGNING_TSA_URL"]): TimeStamp | undefined {
  if (url === undefined) return undefined;
  return async (request) => {
    const answer = await fetchWithTimeout(url, {
      method: "POST",
      headers: { "Content-Type": "application/timestamp-query" },
      body: request,
    });
    if (!answer.ok) throw new Error(`time stamp: status ${answer.status}`);
    return await answer.arrayBuffer();
  };
}
