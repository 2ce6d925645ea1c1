import type { GuestAct } from "./guests.ts";
import type { Language } from "./language.ts";
import { calendarParams, type CalendarQuery, path } from "./path.ts";
import { actInPath, type PathAct } from "./transitions.ts";

/** The URLs that answer islands and other programs, and not people; `paths` (paths.ts) holds them too. */
export const apiPaths = {
  sendSmsHook: () => "/api/hooks/send-sms",
  sendEmailHook: () => "/api/hooks/send-email",
  twilioHook: () => "/api/hooks/twilio",
  mailgunHook: () => "/api/hooks/mailgun",
  accessToken: () => "/api/access-token",
  appointmentState: (id: string) => path(["api", "appointments", id]),
  /** An act with an appointment, by POST (domain/transitions.ts). */
  transition: (id: string, act: PathAct) =>
    path(["api", "appointments", id, "transitions", actInPath(act)]),
  /** Begins to send a file (POST), opens all that were sent in consultations (PUT). */
  attachments: (thread: string) =>
    path(["api", "threads", thread, "attachments"]),
  /** The bytes have been uploaded: the file is checked and sent (POST). */
  attachmentUpload: (thread: string, id: string) =>
    path(["api", "threads", thread, "attachments", id]),
  messages: (thread: string) => path(["api", "threads", thread, "messages"]),
  message: (thread: string, id: string) =>
    path(["api", "threads", thread, "messages", id]),
  /** How many messages are unread, for the open page's header. */
  unread: () => "/api/unread",
  /** The doctor's day as data, for the open workspace. */
  day: (day?: string) => path(["api", "workspace"], { day }),
  /** Keeps the draft of a document as it is typed, by POST. */
  documentDraft: (id: string) => path(["api", "documents", id, "draft"]),
  /** Whether the PDF of a document is there, for its open page. */
  documentReady: (id: string) => path(["api", "documents", id, "ready"]),
  /** Switches *free now* on (POST) or keeps it on (PUT). */
  freeNow: () => path(["api", "workspace", "free-now"]),
  /** The doctor cancels with a reason (POST). */
  doctorCancellation: (id: string) =>
    path(["api", "appointments", id, "doctor-cancellation"]),
  /** Takes back a cancellation or a no-show (POST). */
  undo: () => path(["api", "workspace", "undo"]),
  /** The doctor has seen an identity document (POST). */
  identityFromDay: (id: string) =>
    path(["api", "appointments", id, "identity"]),
  /** A patient's file as data, beside the call. */
  patientFileData: (patient: string) => path(["api", "patients", patient]),
  /** The doctor's own notes about a patient (PUT). */
  notes: (patient: string) => path(["api", "patients", patient, "notes"]),
  /** A week of a doctor's free slots as data, for the open calendar. */
  freeSlots: (l: Language, slug: string, query: CalendarQuery = {}) =>
    path(["api", "doctors", slug, "slots"], {
      language: l,
      ...calendarParams(query),
    }),
  /** A browser of the patient is told of the call (PUT). */
  pushSubscription: (id: string) =>
    path(["api", "appointments", id, "push-subscription"]),
  /** The patient's page has told that it was opened again (POST). */
  reopeningSeen: (id: string) =>
    path(["api", "appointments", id, "reopening-seen"]),
  callToken: (id: string) => path(["api", "appointments", id, "call-token"]),
  /** Lets a guest in, refuses them, sends them out or withdraws the invitation (POST). */
  guestAct: (id: string, act: GuestAct) => path(["api", "guests", id, act]),
  /** Where the guest of this browser stands (GET); they ask to come in, or leave (POST). */
  guestVisit: () => "/api/guest",
  guestCallToken: () => "/api/guest/call-token",
  /** Bytes to receive (GET) and to send (POST), with which a line is measured. */
  networkSample: () => "/api/network-sample",
  /** The doctor's agenda for calendar programs, by its secret. */
  agendaFeed: (l: Language, secret: string) =>
    path(["api", "agenda", l, `${secret}.ics`]),
  sitemap: () => "/sitemap.xml",
  health: () => "/health",
} as const;
