/**
 * Every URL of the app. Nobody writes one by hand; `paths_test.ts` shows them all.
 * A page's path begins with its language; `/`, `/api/…` and `/health` have none.
 */

/** The first segments of pages. Twin: `languages` of i18n/mod.ts, which this room may not import. */
const languages = ["fr", "de", "en", "lb", "pt"] as const;
type Language = (typeof languages)[number];

/** What an activation link confirms: a new address, or again when it was confirmed before (GoTrue's token types). */
export type ActivationType = "invite" | "recovery";

/** Why somebody has to sign in or up again: the page says it. */
export type SignInReason =
  | "signed-out"
  | "codes"
  | "expired"
  | "sign-up-codes"
  | "sign-up-expired";

/** Builds paths: `paths.waitingRoom("fr", id)`. Values are escaped; what is `undefined` is left out. */
export const paths = {
  root: () => "/",
  home: (l: Language) => `/${l}`,
  /** The calendar of a doctor; `week` is any day of the week to show, `YYYY-MM-DD`. */
  doctor: (l: Language, slug: string, week?: string) =>
    path([l, "doctors", slug], { week }),
  /** Confirmation, symptoms and booking of the slot that starts at `start` (ISO instant). */
  booking: (l: Language, slug: string, start: string) =>
    path([l, "doctors", slug, "booking"], { start }),

  /** `next` is where the person wanted to go; read it back with {@link safeNext}. */
  signIn: (l: Language, next?: string, reason?: SignInReason) =>
    path([l, "sign-in"], { next, reason }),
  /** `sent` tells that another code went out. */
  signInCode: (l: Language, next?: string, sent?: "again") =>
    path([l, "sign-in", "code"], { next, sent }),
  signUpCode: (l: Language, next?: string, sent?: "again") =>
    path([l, "sign-up", "code"], { next, sent }),
  signUpDone: (l: Language) => path([l, "sign-up", "done"]),
  activation: (l: Language, token: string, type: ActivationType = "invite") =>
    path([l, "activation"], { token, type }),
  activationLink: (l: Language) => path([l, "activation", "link"]),
  passwordForgotten: (l: Language) => path([l, "password", "forgotten"]),
  passwordReset: (l: Language, token: string) =>
    path([l, "password", "reset"], { token }),
  /** Where it is chosen, after the SMS code. */
  passwordNew: (l: Language) => path([l, "password", "new"]),
  /** Where the link in the e-mail about a new address leads. */
  emailChange: (l: Language, token: string) =>
    path([l, "account", "email"], { token }),
  signOut: (l: Language) => path([l, "sign-out"]),
  /** `saved` says what was just changed. */
  account: (l: Language, saved?: "address" | "language" | "password") =>
    path([l, "account"], { saved }),

  appointments: (l: Language) => path([l, "appointments"]),
  appointment: (l: Language, id: string) => path([l, "appointments", id]),
  cancellation: (l: Language, id: string) =>
    path([l, "appointments", id, "cancellation"]),
  waitingRoom: (l: Language, id: string) =>
    path([l, "appointments", id, "waiting-room"]),
  consultation: (l: Language, id: string) =>
    path([l, "appointments", id, "consultation"]),
  calendarFile: (l: Language, id: string) =>
    path([l, "appointments", id, "calendar.ics"]),

  /** The doctor's day; `day` is `YYYY-MM-DD`, today unless said. */
  workspace: (l: Language, day?: string) => path([l, "workspace"], { day }),

  help: (l: Language) => path([l, "help"]),
  privacy: (l: Language) => path([l, "privacy"]),
  accessibility: (l: Language) => path([l, "accessibility"]),
  terms: (l: Language) => path([l, "terms"]),

  sendSmsHook: () => "/api/hooks/send-sms",
  sendEmailHook: () => "/api/hooks/send-email",
  twilioHook: () => "/api/hooks/twilio",
  mailgunHook: () => "/api/hooks/mailgun",
  accessToken: () => "/api/access-token",
  appointmentState: (id: string) => path(["api", "appointments", id]),
  /** The patient comes to the waiting room. */
  waiting: (id: string) => path(["api", "appointments", id, "waiting"]),
  /** The doctor's ring at the patient's: made and withdrawn. */
  ring: (id: string) => path(["api", "appointments", id, "ring"]),
  /** The patient takes the call. */
  acceptance: (id: string) => path(["api", "appointments", id, "acceptance"]),
  /** Either side ends the consultation. */
  closure: (id: string) => path(["api", "appointments", id, "closure"]),
  /** The doctor notes that the patient did not come. */
  absence: (id: string) => path(["api", "appointments", id, "absence"]),
  messages: (thread: string) => path(["api", "threads", thread, "messages"]),
  /** The doctor's day as data, for the open workspace. */
  day: (day?: string) => path(["api", "workspace"], { day }),
  /** A week of a doctor's free slots as data, for the open calendar. */
  freeSlots: (l: Language, slug: string, week?: string) =>
    path(["api", "doctors", slug, "slots"], { language: l, week }),
  callToken: (id: string) => path(["api", "appointments", id, "call-token"]),
  health: () => "/health",
} as const;

function path(
  segments: readonly string[],
  query: Readonly<Record<string, string | undefined>> = {},
): string {
  const given = Object.entries(query).filter((entry): entry is [
    string,
    string,
  ] => entry[1] !== undefined);
  const search = given.length ? `?${new URLSearchParams(given)}` : "";
  return `/${segments.map(encodeURIComponent).join("/")}${search}`;
}

/** Pages that must not follow a sign-in: they would end it, or send the person in circles. */
const notAfterSignIn = /^\/\w\w\/(sign-in|sign-up|sign-out|activation)(\/|$)/;

/**
 * Where to go after signing in, when `text` names a page of ours; null for everything else: another site
 * however it is written (`//evil`, `/\evil`, `%2f%2fevil`, `javascript:`), control characters, our API.
 * The fragment is dropped.
 */
export function safeNext(text: string | null | undefined): string | null {
  if (typeof text !== "string" || text.length > 2000) return null;
  if (!text.startsWith("/") || !isPlain(text)) return null;
  const origin = "http://app.invalid";
  const url = URL.parse(text, origin);
  if (url?.origin !== origin) return null;
  const decoded = decodePath(url.pathname);
  if (decoded === null || decoded.includes("//") || !isPlain(decoded)) {
    return null;
  }
  const first = decoded.split("/")[1];
  if (!languages.some((language) => language === first)) return null;
  if (notAfterSignIn.test(decoded)) return null;
  return url.pathname + url.search;
}

/** No backslash, which browsers take for a slash, and no control character, which they drop. */
function isPlain(text: string): boolean {
  // deno-lint-ignore no-control-regex -- control characters are what is looked for
  return !/[\\\u0000-\u001f\u007f]/.test(text);
}

function decodePath(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null; // a % that begins no character
  }
}
