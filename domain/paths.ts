import type { Language } from "./language.ts";
import { apiPaths } from "./api_paths.ts";
import type { DocumentKind } from "./documents.ts";
import { directoryParams, type DirectorySearch } from "./directory.ts";
import { calendarParams, type CalendarQuery, path } from "./path.ts";

/**
 * Every URL of the app: the pages here, what answers islands and other programs in api_paths.ts. Nobody writes one by
 * hand; `paths_test.ts` shows them all. A page's path begins with its language; `/`, `/api/…`, `/v/…` and `/health` have none.
 */

/** Why somebody has to sign in or up again: the page says it. */
export type SignInReason =
  | "signed-out"
  | "codes"
  | "expired"
  | "phone-changed"
  | "email-changed"
  | "sign-up-codes"
  | "sign-up-expired";

/** What a page that asks for a code says of the last try: another code went out (`sent`), or a `problem`. */
export interface CodeQuery
  extends Readonly<Record<string, string | undefined>> {
  readonly sent?: "again";
  readonly problem?: string;
  /** The account was made a moment ago: the page says that it is ready. */
  readonly activated?: "yes";
}

interface SlotQuery extends Omit<CalendarQuery, "week"> {
  /** The terms were not accepted. */
  readonly missing?: "terms" | undefined;
}

/** Builds paths: `paths.waitingRoom("fr", id)`. Values are escaped; what is `undefined` is left out. */
export const paths = {
  root: () => "/",
  /** The home page, with the doctors whom a search finds. */
  home: (l: Language, search?: DirectorySearch) =>
    path([l], search && directoryParams(search)),
  /** The public page of a doctor, with the calendar. */
  doctor: (l: Language, slug: string, query: CalendarQuery = {}) =>
    path([l, "doctors", slug], calendarParams(query)),
  /** The calendar with the slot that starts at `start` (ISO instant) on the ticket. */
  slot: (
    l: Language,
    slug: string,
    start: string,
    query: SlotQuery = {},
  ) =>
    path([l, "doctors", slug], {
      slot: start,
      missing: query.missing,
      ...calendarParams(query),
    }) + "#ticket",
  /** What the doctor should know, and booking, of the slot that starts at `start` (ISO instant). */
  booking: (l: Language, slug: string, start: string, reason?: string) =>
    path([l, "doctors", slug, "booking"], { start, reason }),

  /** `next` is where the person wanted to go; read it back with `safeNext` (incoming_paths.ts). */
  signIn: (l: Language, next?: string, reason?: SignInReason) =>
    path([l, "sign-in"], { next, reason }),
  /** Where the links to the next appointments are asked for again. */
  appointmentLink: (l: Language) => path([l, "sign-in", "link"]),
  signInCode: (l: Language, next?: string, query: CodeQuery = {}) =>
    path([l, "sign-in", "code"], { next, ...query }),
  /** `id` names the sign-up: two tabs have two. `problem` says why a code was not taken. */
  signUpCode: (l: Language, id: string, query: CodeQuery = {}) =>
    path([l, "sign-up", "code"], { id, ...query }),
  signUpDone: (l: Language, id: string) => path([l, "sign-up", "done"], { id }),
  /** Where the link of a sign-up leads; `problem` says why a password was not taken. */
  activation: (l: Language, token: string, problem?: string) =>
    path([l, "activation"], { token, problem }),
  /** Where whoever did not sign up ends it. */
  activationRefusal: (l: Language, token: string, done?: "yes") =>
    path([l, "activation", "refusal"], { token, done }),
  /** Where the invitation of an administrator leads: a doctor's first password. */
  invitation: (l: Language, token: string, problem?: string) =>
    path([l, "invitation"], { token, problem }),
  activationLink: (l: Language) => path([l, "activation", "link"]),
  passwordForgotten: (l: Language) => path([l, "password", "forgotten"]),
  /** Where its link leads; `problem` says why the link was not taken. */
  passwordReset: (l: Language, token: string, problem?: "cookies" | "stale") =>
    path([l, "password", "reset"], { token, problem }),
  /** Where it is chosen, after the SMS code. */
  passwordNew: (l: Language, problem?: string) =>
    path([l, "password", "new"], { problem }),
  /** Where another address is asked for. */
  emailChange: (l: Language) => path([l, "account", "email"]),
  /** Where the link in the e-mail to a new address leads. */
  emailConfirmation: (l: Language, token: string) =>
    path([l, "account", "email", "confirmation"], { token }),
  /** Where another number is asked for. */
  phoneChange: (l: Language) => path([l, "account", "phone"]),
  /** `problem` says why a code was not taken. */
  phoneChangeCode: (l: Language, query: CodeQuery = {}) =>
    path([l, "account", "phone", "code"], query),
  signOut: (l: Language) => path([l, "sign-out"]),
  /** `saved` says what was just changed. */
  account: (
    l: Language,
    saved?:
      | "address"
      | "language"
      | "password"
      | "email-sent-again"
      | "email-withdrawn"
      | "organisation"
      | "erasure"
      | "erasure-withdrawn",
  ) => path([l, "account"], { saved }),
  /** Where the ZIP with all data of an account is asked for, by POST. */
  accountExport: (l: Language) => path([l, "account", "export"]),
  /** Where the erasure of an account is asked for, and the request withdrawn. */
  accountErasure: (l: Language) => path([l, "account", "erasure"]),

  /** Where a pharmacy or laboratory is chosen, by a patient or for a dependant of theirs. */
  organisationChoice: (
    l: Language,
    kind: "pharmacy" | "laboratory",
    patient?: string,
  ) => path([l, "account", "directory", kind], { patient }),

  appointments: (l: Language) => path([l, "appointments"]),
  appointment: (l: Language, id: string) => path([l, "appointments", id]),
  cancellation: (l: Language, id: string) =>
    path([l, "appointments", id, "cancellation"]),
  /** Where a slot that was chosen in the calendar is sent to; leads to that calendar. */
  move: (l: Language, id: string) => path([l, "appointments", id, "move"]),
  /** Something earlier: which days and hours suit, and the slot that is held. */
  waitingList: (l: Language, id: string) =>
    path([l, "appointments", id, "waiting-list"]),
  /** Where it is sent how a consultation was. */
  feedback: (l: Language, id: string) =>
    path([l, "appointments", id, "feedback"]),
  /** Where the doctor says that they have seen an identity document. */
  identity: (l: Language, id: string) =>
    path([l, "appointments", id, "identity"]),
  waitingRoom: (l: Language, id: string) =>
    path([l, "appointments", id, "waiting-room"]),
  /** Where camera, microphone and connection are tried ahead. */
  equipment: (l: Language, id: string) =>
    path([l, "appointments", id, "equipment"]),
  consultation: (l: Language, id: string) =>
    path([l, "appointments", id, "consultation"]),
  /** Where a third person is invited to a consultation; `saved` says that they were, or are no longer. */
  guestInvitation: (
    l: Language,
    id: string,
    saved?: "invited" | "withdrawn",
  ) => path([l, "appointments", id, "guest"], { saved }),
  /** Where the invitation's link leads, and without its token the page of whoever opened it. */
  guest: (l: Language, token?: string) => path([l, "guest"], { token }),
  /** After a guest gave their link back. */
  guestReleased: (l: Language) => path([l, "guest"], { released: "yes" }),
  calendarFile: (l: Language, id: string) =>
    path([l, "appointments", id, "calendar.ics"]),

  /** All threads; `saved` says that the settings were. */
  threads: (l: Language, saved?: "yes") => path([l, "messages"], { saved }),
  /** One thread; `search` shows what is found in it. */
  thread: (l: Language, id: string, search?: string) =>
    path([l, "messages", id], { q: search }),
  /** Opens a file of a thread, by GET. */
  attachment: (l: Language, thread: string, id: string) =>
    path([l, "messages", thread, "attachments", id]),
  /** The documents of whoever asks; `kind` shows one kind only, `search` what is found. */
  documents: (l: Language, kind?: DocumentKind, search?: string) =>
    path([l, "documents"], { kind, q: search }),
  /** All of a patient's documents as one ZIP. */
  documentArchive: (l: Language) => path([l, "documents", "archive.zip"]),
  appointmentDocuments: (l: Language, appointment: string) =>
    path([l, "appointments", appointment, "documents"]),
  document: (l: Language, id: string) => path([l, "documents", id]),
  /** The PDF; of a sick leave also the employer's sheet alone. */
  documentFile: (l: Language, id: string, sheet?: "employer") =>
    path([l, "documents", id, "document.pdf"], { sheet }),
  /** Where the patient sends a document to another address. */
  documentForward: (l: Language, id: string) =>
    path([l, "documents", id, "forward"]),
  /** Shows who gets it, and is where it is signed and taken back. */
  documentIssue: (l: Language, id: string) =>
    path([l, "documents", id, "issue"]),
  documentVoid: (l: Language, id: string) => path([l, "documents", id, "void"]),
  documentCorrection: (l: Language, id: string) =>
    path([l, "documents", id, "correction"]),
  documentDelivery: (l: Language, id: string) =>
    path([l, "documents", id, "delivery"]),
  /** The pharmacy or laboratory of a document; `search` finds some. */
  documentRecipient: (l: Language, id: string, search?: string) =>
    path([l, "documents", id, "recipient"], { search }),
  documentPayment: (l: Language, id: string) =>
    path([l, "documents", id, "payment"]),
  /** In QR codes: short, and leads to the page in the visitor's language. */
  verificationCode: (code: string) => path(["v", code]),
  verification: (l: Language, code: string) => path([l, "v", code]),

  /** The doctor's day; `day` is `YYYY-MM-DD`, today by default. */
  workspace: (l: Language, day?: string) => path([l, "workspace"], { day }),
  /** The doctor's week; `day` is any day of it, `YYYY-MM-DD`. */
  week: (l: Language, day?: string) => path([l, "workspace", "week"], { day }),
  /** When the doctor can be booked; `saved` says what was just changed. */
  availability: (l: Language, saved?: "hours" | "exception" | "feed") =>
    path([l, "workspace", "availability"], { saved }),
  /** The doctor's reasons for a visit; `edit` is the id of one, `saved` says that something was. */
  reasons: (l: Language, query: { edit?: string; saved?: "yes" } = {}) =>
    path([l, "workspace", "availability", "reasons"], query),
  /** Cancelling a day or a stretch of time; `day` is `YYYY-MM-DD`. */
  cancelPeriod: (l: Language, day?: string) =>
    path([l, "workspace", "cancellation"], { day }),
  /** The doctor's patients whom a search finds; without one those seen last. */
  patients: (l: Language, query?: string) =>
    path([l, "workspace", "patients"], { q: query }),
  patientFile: (l: Language, id: string) =>
    path([l, "workspace", "patients", id]),

  help: (l: Language) => path([l, "help"]),
  privacy: (l: Language) => path([l, "privacy"]),
  accessibility: (l: Language) => path([l, "accessibility"]),
  terms: (l: Language) => path([l, "terms"]),

  ...apiPaths,
} as const;

/** Whether a path answers islands and other programs, and not people. */
export function isApiPath(pathname: string): boolean {
  return pathname.startsWith("/api/");
}
