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

/** What is always refused in the same words, by its code. */
const REFUSALS = {
  anonymous_provider_disabled: [422, "Anonymous sign-ins are disabled"],
  conflict: [
    409,
    "Too many concurrent token refresh requests on the same session",
  ],
  email_exists: [
    422,
    "A user with this email address has already been registered",
  ],
  email_provider_disabled: [422, "Email signups are disabled"],
  flow_state_not_found: [404, "invalid flow state, no valid flow state found"],
  invalid_credentials: [400, "Invalid login credentials"],
  manual_linking_disabled: [404, "Manual linking is disabled"],
  method_not_allowed: [405, "Method not allowed"],
  mfa_ip_address_mismatch: [422, "Challenge and verify IP addresses mismatch"],
  mfa_phone_enroll_not_enabled: [422, "MFA enroll is disabled for Phone"],
  mfa_phone_verify_not_enabled: [422, "MFA verification is disabled for Phone"],
  mfa_totp_enroll_not_enabled: [422, "MFA enroll is disabled for TOTP"],
  mfa_totp_verify_not_enabled: [422, "MFA verification is disabled for TOTP"],
  mfa_verified_factor_exists: [
    422,
    "A verified phone factor already exists, unenroll the existing factor to continue",
  ],
  mfa_webauthn_enroll_not_enabled: [422, "MFA enroll is disabled for WebAuthn"],
  no_authorization: [401, "This endpoint requires a valid Bearer token"],
  not_found: [404, "There is no such path in Auth"],
  otp_disabled: [422, "Signups not allowed for otp"],
  over_email_send_rate_limit: [429, "email rate limit exceeded"],
  over_request_rate_limit: [429, "Request rate limit reached"],
  over_sms_send_rate_limit: [429, "SMS rate limit exceeded"],
  phone_exists: [
    422,
    "A user with this phone number has already been registered",
  ],
  phone_provider_disabled: [422, "Phone signups are disabled"],
  reauthentication_needed: [400, "Password update requires reauthentication"],
  reauthentication_not_valid: [422, "Nonce has expired or is invalid"],
  refresh_token_already_used: [400, "Invalid Refresh Token: Already Used"],
  refresh_token_not_found: [
    400,
    "Invalid Refresh Token: Refresh Token Not Found",
  ],
  same_password: [
    422,
    "New password should be different from the old password.",
  ],
  saml_provider_disabled: [404, "SAML 2.0 is disabled"],
  session_expired: [400, "Invalid Refresh Token: Session Expired"],
  session_not_found: [400, "Invalid Refresh Token: No Valid Session Found"],
  signup_disabled: [422, "Signups not allowed for this instance"],
  too_many_enrolled_mfa_factors: [
    422,
    "Maximum number of verified factors reached, unenroll to continue",
  ],
  unexpected_failure: [
    500,
    "Unexpected failure, please check server logs for more information",
  ],
  user_already_exists: [422, "User already registered"],
  user_not_found: [404, "User not found"],
  web3_provider_disabled: [422, "Web3 provider is disabled"],
} satisfies Record<string, [status: number, message: string]>;

/** The refusal of this code. */
export function refusal(code: keyof typeof REFUSALS): AuthError {
  const [status, message] = REFUSALS[code];
  return new AuthError(status, code, message);
}

/** 400 for input that is no good; the message says which. */
export const invalid = (message: string) =>
  new AuthError(400, "validation_failed", message);

/** 500 for what went wrong here or in a hook. */
export const failed = (message: string) =>
  new AuthError(500, "unexpected_failure", message);

/** 501 for what exists upstream and not here. */
export const notHere = (what: string) =>
  new AuthError(
    501,
    "not_implemented",
    `${what} is not part of the local services`,
  );

const API_VERSION = "2024-01-01";

/** The error in the shape that the caller's API version asks for. */
export function errorResponse(error: AuthError, request: Request): Response {
  const { status, code, message, extra } = error;
  const headers = new Headers({ "x-sb-error-code": code });
  const version = request.headers.get("x-supabase-api-version") ?? "";
  if (version < API_VERSION) {
    const body = { code: status, error_code: code, msg: message, ...extra };
    return Response.json(body, { status, headers });
  }
  headers.set("x-supabase-api-version", API_VERSION);
  return Response.json({ code, message, ...extra }, { status, headers });
}
