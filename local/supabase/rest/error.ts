/** The status of each of PostgREST's own codes; all others are 400. */
const CODES: [status: number, codes: string][] = [
  [300, "PGRST201 PGRST203"],
  [401, "PGRST301 PGRST303"],
  [404, "PGRST125 PGRST202 PGRST205"],
  [405, "PGRST101 PGRST105 PGRST117"],
  [406, "PGRST106 PGRST107 PGRST116"],
  [416, "PGRST103"],
  [500, "PGRST111 PGRST112 PGRST121"],
  [501, "PGRST127"],
  [503, "PGRST001"],
];

/** A refusal in PostgREST's shape: `{code, message, details, hint}` with a status and headers. */
export class RestError extends Error {
  override name = "RestError";
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly details: unknown = null,
    readonly hint: string | null = null,
    readonly headers: Record<string, string> = {},
    readonly statusText?: string,
  ) {
    super(message);
  }

  /** The JSON body of the answer. */
  body(): string {
    const { code, message, details, hint } = this;
    return JSON.stringify({ code, message, details, hint });
  }

  /** The whole answer. */
  response(): Response {
    const { status, statusText, code } = this;
    const headers = new Headers({
      "content-type": "application/json; charset=utf-8",
      "proxy-status": `PostgREST; error=${code}`,
    });
    for (const [name, value] of Object.entries(this.headers)) {
      headers.append(name, value);
    }
    const body = [204, 205, 304].includes(status) ? null : this.body();
    return new Response(body, { status, statusText, headers });
  }
}

/** A refusal with one of PostgREST's own codes, which decides its status. */
export function refuse(
  code: `PGRST${number}`,
  message: string,
  details: unknown = null,
  hint: string | null = null,
  headers: Record<string, string> = {},
): RestError {
  const [status = 400] = CODES.find(([, codes]) => codes.includes(code)) ?? [];
  return new RestError(status, code, message, details, hint, headers);
}

/** The requested range does not exist. */
export function invalidRange(details: string): RestError {
  return refuse("PGRST103", "Requested range not satisfiable", details);
}

/** What this edition does not do, by name. */
export function notImplemented(what: string): RestError {
  return refuse(
    "PGRST127",
    "Feature not implemented",
    `${what} is not implemented here`,
  );
}
