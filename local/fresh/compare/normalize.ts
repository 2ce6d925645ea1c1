import type { RawAnswer } from "./raw_request.ts";

/** An answer without what differs from one request or build to the next. */
export interface Normalized {
  status: number;
  headers: string[];
  body: string;
}

/** Headers of the connection, and of the moment. */
const LEFT_OUT = ["date", "connection", "transfer-encoding", "keep-alive"];

/**
 * Takes out nonces, builds' keys, UUIDs, clocks and hashes, and what a framework says to its own script alone: marks
 * of islands, their data, names of scripts. Everything that a browser or a person sees stays.
 */
export function normalize({ status, headers, body }: RawAnswer): Normalized {
  const type = headers.find(([name]) => name === "content-type")?.[1] ?? "";
  const text = /text|json|xml|javascript|svg|calendar/.test(type) || type === ""
    ? new TextDecoder().decode(body)
    : `${body.length} bytes`;
  return {
    status,
    headers: headers.filter(([name]) => !LEFT_OUT.includes(name))
      .map(([name, value]) => `${name}: ${ownHeader(name, value)}`).sort(),
    body: withoutMoments(withoutScripts(text)),
  };
}

function ownHeader(name: string, value: string): string {
  if (name === "etag") return value.replace(/[\da-f]{16,}/, "HASH");
  // The scripts' names are the framework's; whether there are any is compared.
  if (name === "link") return "scripts";
  if (name === "content-length") return "LENGTH";
  return withoutMoments(value);
}

function withoutScripts(text: string): string {
  return text
    .replaceAll(/<!--(frsh:|\/frsh:|island:|\/island)[^>]*-->/g, "")
    .replaceAll(/ data-frsh-key="[^"]*"/g, "")
    // Where an attribute was left out.
    .replaceAll(/ {2,}/g, " ").replaceAll(" >", ">")
    .replaceAll(/<script[^>]*>(?:(?!<\/script>)[^])*<\/script>/g, "<script>")
    .replaceAll(/(?:<script>)+/g, "<script>");
}

function withoutMoments(text: string): string {
  return text
    .replaceAll(/\bnonce(?:-|=")[\da-zA-Z+/=_-]+/g, "nonce")
    .replaceAll(/__frsh_c=[\da-f]+/g, "__frsh_c=BUILD")
    .replaceAll(/\/_fresh\/js\/[\da-f]{16,}\//g, "/_fresh/js/BUILD/")
    .replaceAll(
      /[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/g,
      "UUID",
    )
    .replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?/g, "MOMENT")
    .replaceAll(/\b1[5-9]\d{8}(?:\d{3})?\b/g, "EPOCH")
    .replaceAll(/\beyJ[\w-]+\.[\w-]+\.[\w-]+/g, "TOKEN")
    .replaceAll(/url\("([^"]+)"\)/g, "url($1)")
    .replaceAll(/DTSTAMP:\w+/g, "DTSTAMP");
}
