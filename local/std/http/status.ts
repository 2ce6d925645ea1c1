/** HTTP's status codes by name (RFC 9110 §15). */
export const STATUS_CODE = {
  Continue: 100,
  SwitchingProtocols: 101,
  Processing: 102,
  EarlyHints: 103,
  OK: 200,
  Created: 201,
  Accepted: 202,
  NonAuthoritativeInfo: 203,
  NoContent: 204,
  ResetContent: 205,
  PartialContent: 206,
  MultiStatus: 207,
  AlreadyReported: 208,
  IMUsed: 226,
  MultipleChoices: 300,
  MovedPermanently: 301,
  Found: 302,
  SeeOther: 303,
  NotModified: 304,
  UseProxy: 305,
  TemporaryRedirect: 307,
  PermanentRedirect: 308,
  BadRequest: 400,
  Unauthorized: 401,
  PaymentRequired: 402,
  Forbidden: 403,
  NotFound: 404,
  MethodNotAllowed: 405,
  NotAcceptable: 406,
  ProxyAuthRequired: 407,
  RequestTimeout: 408,
  Conflict: 409,
  Gone: 410,
  LengthRequired: 411,
  PreconditionFailed: 412,
  ContentTooLarge: 413,
  URITooLong: 414,
  UnsupportedMediaType: 415,
  RangeNotSatisfiable: 416,
  ExpectationFailed: 417,
  Teapot: 418,
  MisdirectedRequest: 421,
  UnprocessableEntity: 422,
  Locked: 423,
  FailedDependency: 424,
  TooEarly: 425,
  UpgradeRequired: 426,
  PreconditionRequired: 428,
  TooManyRequests: 429,
  RequestHeaderFieldsTooLarge: 431,
  UnavailableForLegalReasons: 451,
  InternalServerError: 500,
  NotImplemented: 501,
  BadGateway: 502,
  ServiceUnavailable: 503,
  GatewayTimeout: 504,
  HTTPVersionNotSupported: 505,
  VariantAlsoNegotiates: 506,
  InsufficientStorage: 507,
  LoopDetected: 508,
  NotExtended: 510,
  NetworkAuthenticationRequired: 511,
} as const;

/** One of HTTP's status codes. */
export type StatusCode = typeof STATUS_CODE[keyof typeof STATUS_CODE];

/** Names that are more than their words. */
const OTHERWISE = new Map<string, string>([
  ["NonAuthoritativeInfo", "Non Authoritative Info"],
  ["IMUsed", "IM Used"],
  ["ProxyAuthRequired", "Proxy Auth Required"],
  ["URITooLong", "URI Too Long"],
  ["Teapot", "I'm a teapot"],
  ["HTTPVersionNotSupported", "HTTP Version Not Supported"],
]);

/** What each status code says. */
export const STATUS_TEXT = Object.fromEntries(
  Object.entries(STATUS_CODE).map(([name, code]) => [
    code,
    OTHERWISE.get(name) ?? name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, " "),
  ]),
) as { [Code in StatusCode]: string }; // there is an entry for every code

/** What a status code says. */
export type StatusText = string;

/** Whether a number is one of HTTP's status codes. */
export function isStatus(status: number): status is StatusCode {
  return status in STATUS_TEXT;
}
