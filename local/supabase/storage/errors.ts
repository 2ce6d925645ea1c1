import postgres from "postgres";
import { BodyTooLarge } from "../body_limit.ts";
import { JwtError } from "../types.ts";

/** An answer that says what is wrong, as the storage service words it. */
export class StorageError extends Error {
  constructor(
    readonly code: string,
    /** The status in the body; the HTTP status is 400 (416 and 501 are themselves), or 500 from 500 on. */
    readonly status: number,
    message: string,
    readonly error: string = code,
  ) {
    super(message);
  }

  response(): Response {
    const { code, error, message } = this;
    const own = [416, 501].includes(this.status);
    const status = own ? this.status : this.status >= 500 ? 500 : 400;
    return Response.json({
      statusCode: String(this.status),
      error,
      message,
      code,
    }, { status });
  }
}

export const errors = {
  noSuchBucket: () =>
    new StorageError(
      "NoSuchBucket",
      404,
      "Bucket not found",
      "Bucket not found",
    ),
  noSuchKey: () =>
    new StorageError("NoSuchKey", 404, "Object not found", "not_found"),
  accessDenied: (message = "new row violates row-level security policy") =>
    new StorageError("AccessDenied", 403, message, "Unauthorized"),
  exists: (
    code: "BucketAlreadyExists" | "KeyAlreadyExists" | "ResourceAlreadyExists",
  ) => new StorageError(code, 409, "The resource already exists", "Duplicate"),
  notEmpty: () =>
    new StorageError(
      "ResourceNotEmpty",
      409,
      "The bucket you tried to delete is not empty",
    ),
  mimeType: (type: string) =>
    new StorageError(
      "InvalidMimeType",
      415,
      `mime type ${type} is not supported`,
      "invalid_mime_type",
    ),
  tooLarge: () =>
    new StorageError(
      "EntityTooLarge",
      413,
      "The object exceeded the maximum allowed size",
      "Payload too large",
    ),
  invalidKey: (key: string) =>
    new StorageError("InvalidKey", 400, `Invalid key: ${key}`),
  invalidBucketName: () =>
    new StorageError(
      "InvalidBucketName",
      400,
      "Bucket name invalid",
      "Invalid Input",
    ),
  invalidSize: () =>
    new StorageError(
      "InvalidRequest",
      400,
      "Invalid file size format, hint: use 20GB / 20MB / 30KB / 3B",
    ),
  invalidRange: () =>
    new StorageError(
      "InvalidRange",
      416,
      "invalid range provided",
      "invalid_range",
    ),
  invalidSignature: () =>
    new StorageError("InvalidSignature", 400, "Invalid signature"),
  invalidToken: (error: JwtError) =>
    new StorageError("InvalidJWT", 400, jwtMessage(error)),
  invalid: (message: string) =>
    new StorageError("InvalidRequest", 400, message, "Error"),
  notImplemented: (what: string) =>
    new StorageError(
      "NotImplemented",
      501,
      `${what} is not part of this server`,
    ),
};

/** What a failure means to the caller. Failures that are ours are logged and say nothing. */
export function asStorageError(error: unknown): StorageError {
  if (error instanceof StorageError) return error;
  if (error instanceof BodyTooLarge) return errors.tooLarge();
  if (error instanceof JwtError) return errors.accessDenied(jwtMessage(error));
  if (error instanceof postgres.PostgresError) {
    switch (error.code) {
      case "42501":
        return errors.accessDenied(
          error.message.includes("row-level security")
            ? undefined
            : error.message,
        );
      case "22023": // set_config('role', …) with a role that there is not
        return errors.accessDenied(error.message);
      case "23505":
        return errors.exists("ResourceAlreadyExists");
      case "23503":
        return new StorageError(
          "InvalidRequest",
          404,
          "The related resource does not exist",
        );
      case "57014":
        return new StorageError(
          "DatabaseTimeout",
          544,
          "The connection to the database timed out",
        );
    }
  }
  console.error("storage:", error);
  return new StorageError("InternalError", 500, "Internal server error");
}

/** In the words of the library that the real service verifies tokens with. */
function jwtMessage({ reason }: JwtError): string {
  switch (reason) {
    case "expired":
      return '"exp" claim timestamp check failed';
    case "not_yet":
      return '"nbf" claim timestamp check failed';
    case "signature":
      return "signature verification failed";
    case "algorithm":
      return '"alg" (Algorithm) Header Parameter value not allowed';
    case "claims":
      return "Invalid claims";
    case "malformed":
      return "Invalid Compact JWS";
  }
}
