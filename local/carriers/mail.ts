import { hex, notHere, Refusal } from "./http.ts";
import type { Message } from "./types.ts";

/** A form that may be sent: the message and its attachments' bytes. */
export interface ReadMail {
  message: Message;
  files: Uint8Array[];
  /** `o:testmode=yes`: accepted and kept, but no event follows. */
  testMode: boolean;
}

/** Parameters that are understood; `o:` ones about transport and tracking change nothing here. */
const KNOWN =
  /^(from|to|cc|bcc|subject|text|html|attachment|inline|[hv]:.+|o:(testmode|tag|tracking.*|dkim|require-tls))$/;
const ADDRESS = /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/;
const ADDRESSED = ["to", "cc", "bcc"];

/** Reads Mailgun's parameters, or says in its words what is wrong; throws a 501 for others. */
export async function readMail(
  form: FormData,
  domain: string,
): Promise<ReadMail | string> {
  const unknown = [...form.keys()].find((key) => !KNOWN.test(key));
  if (unknown) throw new Refusal(notHere(`parameter ${unknown}`));
  const problem = problemWith(form);
  if (problem) return problem;
  const parts = ["attachment", "inline"].flatMap((key) =>
    files(form, key).map((file) => ({ file, inline: key === "inline" }))
  );
  const message: Message = {
    id: hex(16),
    channel: "email",
    at: new Date().toISOString(),
    from: text(form, "from"),
    to: ADDRESSED.flatMap((key) => addresses(form, key).map(bare)),
    status: "accepted",
    errorCode: null,
    subject: text(form, "subject"),
    text: text(form, "text"),
    html: form.has("html") ? text(form, "html") : null,
    headers: headers(form, domain),
    variables: prefixed(form, "v:"),
    tags: form.getAll("o:tag").map(String),
    attachments: parts.map(({ file: { name, type, size }, inline }) => ({
      name,
      type,
      size,
      inline,
    })),
  };
  const bytes = await Promise.all(parts.map(({ file }) => file.bytes()));
  return {
    message,
    files: bytes,
    testMode: /^(yes|true)$/.test(text(form, "o:testmode")),
  };
}

function problemWith(form: FormData): string | undefined {
  const missing = ["from", "to"].find((key) => text(form, key) === "");
  if (missing) return `${missing} parameter is missing`;
  const wrong = ["from", ...ADDRESSED].find((key) =>
    !addresses(form, key).every((one) => ADDRESS.test(bare(one)))
  );
  if (wrong) {
    return `${wrong} parameter is not a valid address. please check documentation`;
  }
  if (form.has("text") || form.has("html")) return undefined;
  return "Need at least one of 'text', 'html', 'amp-html' or 'template' parameters specified";
}

function headers(form: FormData, domain: string): Record<string, string> {
  const own = Object.entries({
    From: text(form, "from"),
    To: addresses(form, "to").join(", "),
    Cc: addresses(form, "cc").join(", "),
    Subject: text(form, "subject"),
    "Message-Id": `<${hex(12)}@${domain}>`,
  });
  return {
    ...Object.fromEntries(own.filter(([, value]) => value !== "")),
    ...prefixed(form, "h:"),
  };
}

/** Every address of a parameter, which may come several times or as a list with commas. */
function addresses(form: FormData, key: string): string[] {
  const list = form.getAll(key).map(String).join(",");
  return (list.match(/(?:"[^"]*"|[^,"])+/g) ?? []).map((one) => one.trim())
    .filter(Boolean);
}

function bare(address: string): string {
  return /<([^>]*)>\s*$/.exec(address)?.[1] ?? address;
}

function files(form: FormData, key: string): File[] {
  return form.getAll(key).filter((part) => part instanceof File);
}

function text(form: FormData, key: string): string {
  return String(form.get(key) ?? "");
}

function prefixed(form: FormData, prefix: string): Record<string, string> {
  const own = [...form].filter(([key]) => key.startsWith(prefix));
  return Object.fromEntries(
    own.map(([key, value]) => [key.slice(2), String(value)]),
  );
}
