import type { Message } from "./types.ts";

/** A message as source text: an SMS as JSON, an e-mail as RFC 5322 with its attachments. */
export function sourceOf(
  message: Message,
  read: (n: number) => Uint8Array,
): string {
  if (message.channel === "sms") return JSON.stringify(message, null, 2);
  const text = part(
    "text/plain; charset=utf-8",
    new TextEncoder().encode(message.text),
  );
  const html = message.html === null ? [] : [
    part("text/html; charset=utf-8", new TextEncoder().encode(message.html)),
  ];
  const attachments = message.attachments.map(({ name, type, inline }, n) =>
    part(type || "application/octet-stream", read(n), [
      `Content-Disposition: ${
        inline ? "inline" : "attachment"
      }; filename*=utf-8''${encodeURIComponent(name)}`,
      ...inline ? [`Content-ID: <${encodeURIComponent(name)}>`] : [],
    ])
  );
  const headers = Object.entries(message.headers).map(([name, value]) =>
    `${oneLine(name)}: ${encoded(oneLine(value))}`
  );
  const body = multipart("mixed", [
    multipart("alternative", [text, ...html]),
    ...attachments,
  ]);
  return [
    `Date: ${new Date(message.at).toUTCString()}`,
    ...headers,
    "MIME-Version: 1.0",
    body,
  ].join("\r\n");
}

function part(type: string, bytes: Uint8Array, headers: string[] = []): string {
  const lines = bytes.toBase64().match(/.{1,76}/g) ?? [];
  return [
    `Content-Type: ${type}`,
    "Content-Transfer-Encoding: base64",
    ...headers,
    "",
    ...lines,
  ].join("\r\n");
}

function multipart(kind: string, parts: string[]): string {
  const boundary = `=_${kind}_${crypto.randomUUID()}`;
  const inner = parts.map((one) => `--${boundary}\r\n${one}\r\n`).join("");
  return `Content-Type: multipart/${kind}; boundary="${boundary}"\r\n\r\n${inner}--${boundary}--`;
}

function oneLine(text: string): string {
  return text.replace(/[\r\n]+/g, " ");
}

/** RFC 2047 for what is not ASCII. */
function encoded(text: string): string {
  // deno-lint-ignore no-control-regex -- the range of ASCII is what is asked
  if (/^[\x00-\x7f]*$/.test(text)) return text;
  return text.replace(
    /[^\s<>",]*[^\x20-\x7f][^<>",]*/g,
    (word) => `=?utf-8?B?${new TextEncoder().encode(word).toBase64()}?=`,
  );
}
