import type { Language } from "@/i18n/mod.ts";

/** A line of details: `["Début", "17:10 Luxembourg (UTC+01:00)"]`. */
export type SummaryRow = readonly [label: string, value: string];

/** A link with its absolute URL. */
export interface Link {
  readonly label: string;
  readonly url: string;
}

/** The doctor of an appointment, as a ticket shows them. */
export interface TicketDoctor {
  readonly name: string;
  /** `CW`: stands where the portrait is missing or not loaded. */
  readonly initials: string;
  /** Absolute URL of a square PNG; undefined when the doctor has none. */
  readonly portraitUrl?: string;
  /** `Médecine générale. En français.` */
  readonly detail: string;
}

/** A line of an appointment's progress. */
export interface Step {
  readonly state: "done" | "current" | "coming";
  readonly label: string;
  readonly when: string;
}

/** An appointment as the card of an e-mail. */
export interface Ticket {
  readonly kind: "ticket";
  /** `lundi 30 novembre 2026`. */
  readonly day: string;
  /** `17:10`. */
  readonly hour: string;
  /** What it is, until when, and in which zone: one line each. */
  readonly lines: readonly string[];
  /** The word for a cancelled appointment, whose hour is struck through; undefined while it stands. */
  readonly cancelled?: string;
  readonly doctor: TicketDoctor;
  /** Why it was cancelled. */
  readonly reason?: SummaryRow;
  /** The same appointment for plain text, in the order of the patient guide. */
  readonly facts: readonly SummaryRow[];
  readonly button: Link;
  /** What belongs to the button. */
  readonly note?: string;
  readonly steps: readonly Step[];
}

/** One part of an e-mail; each becomes HTML (a component of this folder) and plain text. */
export type Part =
  | Ticket
  | {
    readonly kind: "action";
    readonly button: Link;
    readonly notes: readonly string[];
  }
  | {
    readonly kind: "section";
    readonly title: string;
    readonly paragraphs?: readonly string[];
    /** Numbered lines. */
    readonly list?: readonly string[];
    readonly links?: readonly Link[];
  }
  | { readonly kind: "small"; readonly text: string };

/** What an e-mail says, before it becomes HTML and plain text. */
export interface Email {
  readonly language: Language;
  readonly subject: string;
  /** Its heading; defaults to the subject. */
  readonly title?: string;
  /** The line that mail programs show beside the subject; defaults to the introduction. */
  readonly preheader?: string;
  /** Whom it greets; empty where it is not known. */
  readonly name: string;
  readonly introduction: string;
  readonly parts: readonly Part[];
}

/** What every e-mail carries at its end and in its links. */
export interface EmailSender {
  /** Origin of the app, without a slash at the end. */
  readonly publicUrl: string;
  readonly helpdesk: { readonly phone: string; readonly email: string };
}
