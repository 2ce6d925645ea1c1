/** An answer of Auth that is no success: the status and code are part of the protocol. */
export class AuthError extends Error {
  override name = "AuthError";
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    /** Members beside code and message, such as `weak_password`. */
    readonly extra: Record<string, unknown> = {},
  ) {
    super(message);
  }
}

/** 400 for input that is no good; the message says which. */
export const invalid = (message: string) =>
  new AuthError(400, "validation_failed", message);

/** 501 for what exists upstream and not here. */
export const notHere = (what: string) =>
  new AuthError(
    501,
    "not_implemented",
    `${what} is not part of the local services`,
  );

/** 404 for a user that is not there. */
export const userNotFound = () =>
  new AuthError(404, "user_not_found", "User not found");

const API_VERSION = "2024-01-01";

/** The error in the shape that the caller's API version asks for. */
export function errorResponse(error: AuthError, request: Request): Response {
  const version = request.headers.get("x-supabase-api-version") ?? "";
  const headers = new Headers({ "x-sb-error-code": error.code });
  if (version >= API_VERSION) {
    headers.set("x-supabase-api-version", API_VERSION);
    return Response.json({
      code: error.code,
      message: error.message,
      ...error.extra,
    }, {
      status: error.status,
      headers,
    });
  }
  const body = {
    code: error.status,
    error_code: error.code,
    msg: error.message,
    ...error.extra,
  };
  return Response.json(body, { status: error.status, headers });
}
