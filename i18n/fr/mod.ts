import type { Texts, Translation } from "../mod.ts";
import { attachments } from "./attachments.ts";
import { workspace } from "./workspace.ts";
import { practice } from "./practice.ts";
import { connection } from "./connection.ts";
import { consultation } from "./consultation.ts";
import { account } from "./account.ts";
import { accountData } from "./account_data.ts";
import { legal } from "./legal.ts";
import { guest } from "./guest.ts";
import { guide } from "./guide.ts";
import { booking } from "./booking.ts";
import { directory } from "./directory.ts";
import { documentEmails } from "./document_emails.ts";
import { documents } from "./documents.ts";
import { failure } from "./failure.ts";
import { moving } from "./moving.ts";
import { notifications } from "./notifications.ts";
import { paper } from "./paper.ts";
import { errors } from "./errors.ts";
import { frame } from "./frame.ts";
import { messages } from "./messages.ts";
import { ticket } from "./ticket.ts";

/** All French texts: the reference for the other languages. */
export const fr = {
  account,
  accountData,
  attachments,
  legal,
  guest,
  guide,
  workspace,
  practice,
  connection,
  consultation,
  booking,
  directory,
  documentEmails,
  documents,
  failure,
  moving,
  notifications,
  paper,
  errors,
  frame,
  messages,
  ticket,
};

/** All texts of one language, by subject. */
export type Catalogue = {
  readonly [Subject in keyof typeof fr]: Texts<(typeof fr)[Subject]>;
};

/** What another language has to provide: the same subjects, keys and placeholders. */
export type Translations = {
  readonly [Subject in keyof typeof fr]: Translation<(typeof fr)[Subject]>;
};
