import { hex, Refusal } from "./http.ts";
import type { Message } from "./types.ts";

/** A form that may be sent: the message and its attachments' bytes. */
export interface ReadMail {
  message: Message;
  files: Uint8Array[];
  /** `o:testmode=yes`: accepted and kept, but no event follows. */
  testMode: boolean;
}

const PLAIN = [
  "from",
  "to",
  "cc",
  "bcc",
  "subject",
  "text",
  "html",
  "attachment",
  "inline",
];
const OPTIONS = [
  "o:testmode",
  "o:tag",
  "o:tracking",
  "o:tracking-clicks",
  "o:tracking-opens",
  "o:dkim",
  "o:require-tls",
];

/** Reads Mailgun's parameters, or says in Mailgun's words what is wrong; throws a 501 for one unknown here. */
export async function readMail(
  form: FormData,
  domain: string,
): Promise<ReadMail | string> {
  const unknown = [...form.keys()].find((key) =>
    !PLAIN.includes(key) && !OPTIONS.includes(key) && !/^[hv]:./.test(key)
  );
  if (unknown) {
    throw new Refusal(
      Response.json({ message: `Not implemented here: parameter ${unknown}` }, {
        status: 501,
      }),
    );
  }
  const problem = problemWith(form);
  if (problem) return problem;
  const parts = ["attachment", "inline"].flatMap((key) =>
    form.getAll(key).filter((part) => part instanceof File).map((file) => ({
      file,
      inline: key === "inline",
    }))
  );
  const message: Message = {
    id: hex(16),
    channel: "email",
    at: new Date().toISOString(),
    from: text(form, "from"),
    to: ["to", "cc", "bcc"].flatMap((key) => addresses(form, key).map(bare)),
    status: "accepted",
    errorCode: null,
    subject: text(form, "subject"),
    text: text(form, "text"),
    html: form.has("html") ? text(form, "html") : null,
    headers: {
      ...headersOf(form),
      "Message-Id": `<${hex(12)}@${domain}>`,
      ...prefixed(form, "h:"),
    },
    variables: prefixed(form, "v:"),
    tags: form.getAll("o:tag").map(String),
    attachments: parts.map(({ file, inline }) => ({
      name: file.name,
      type: file.type,
      size: file.size,
      inline,
    })),
  };
  const files = await Promise.all(parts.map(({ file }) => file.bytes()));
  return {
    message,
    files,
    testMode: /^(yes|true)$/.test(text(form, "o:testmode")),
  };
}

function problemWith(form: FormData): string | undefined {
  for (const key of ["from", "to"]) {
    if (text(form, key) === "") return `${key} parameter is missing`;
  }
  for (const key of ["from", "to", "cc", "bcc"]) {
    if (
      !addresses(form, key).map(bare).every((one) =>
        /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/.test(one)
      )
    ) {
      return `${key} parameter is not a valid address. please check documentation`;
    }
  }
  if (!form.has("text") && !form.has("html")) {
    return "Need at least one of 'text', 'html', 'amp-html' or 'template' parameters specified";
  }
  if (form.getAll("attachment").some((part) => !(part instanceof File))) {
    return "attachment parameter is not a file";
  }
  return undefined;
}

function text(form: FormData, key: string): string {
  return String(form.get(key) ?? "");
}

/** Every address of a parameter, which may come several times or as a list with commas. */
function addresses(form: FormData, key: string): string[] {
  const list = form.getAll(key).map(String).join(",");
  return (list.match(/(?:"[^"]*"|[^,"])+/g) ?? []).map((one) => one.trim())
    .filter((one) => one !== "");
}

function bare(address: string): string {
  return /<([^>]*)>\s*$/.exec(address)?.[1] ?? address;
}

function headersOf(form: FormData): Record<string, string> {
  const headers = {
    From: text(form, "from"),
    To: addresses(form, "to").join(", "),
    Cc: addresses(form, "cc").join(", "),
  };
  return Object.fromEntries(
    Object.entries({ ...headers, Subject: text(form, "subject") }).filter((
      [, v],
    ) => v !== ""),
  );
}

function prefixed(form: FormData, prefix: string): Record<string, string> {
  return Object.fromEntries(
    [...form].filter(([key]) => key.startsWith(prefix)).map((
      [key, value],
    ) => [key.slice(2), String(value)]),
  );
}
