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
    const headers = new Headers({
      "content-type": "application/json; charset=utf-8",
      "proxy-status": `PostgREST; error=${this.code}`,
    });
    for (const [name, value] of Object.entries(this.headers)) {
      headers.append(name, value);
    }
    return new Response(this.body(), {
      status: this.status,
      statusText: this.statusText,
      headers,
    });
  }
}

/** The body is not what the content type says. */
export function invalidBody(message: string): RestError {
  return new RestError(400, "PGRST102", message);
}

/** The requested range does not exist. */
export function invalidRange(details: string): RestError {
  return new RestError(
    416,
    "PGRST103",
    "Requested range not satisfiable",
    details,
  );
}

/** A filter, order or limit names something that `select` does not embed. */
export function notEmbedded(
  name: string,
  aliased?: { target: string; alias: string },
): RestError {
  return new RestError(
    400,
    "PGRST108",
    `'${name}' is not an embedded resource in this request`,
    aliased
      ? "Target names are not allowed in filters if they have an alias"
      : null,
    aliased
      ? `Change '${aliased.target}' to '${aliased.alias}' in filters, orders or limits.`
      : `Verify that '${name}' is included in the 'select' query parameter.`,
  );
}

/** Another number of rows than the one that was asked for. */
export function notSingular(rows: number): RestError {
  return new RestError(
    406,
    "PGRST116",
    "Cannot coerce the result to a single JSON object",
    `The result contains ${rows} rows`,
  );
}

/** What this edition does not do, by name. */
export function notImplemented(what: string): RestError {
  return new RestError(
    501,
    "PGRST127",
    "Feature not implemented",
    `${what} is not implemented here`,
  );
}
