import type { EmailSender } from "./emails/content.ts";
import type { EmailContent } from "./emails/render.tsx";

/** What all messages of an installation share. */
export interface EmailContext extends EmailSender {
  /** `eConsult <no-reply@…>`. */
  readonly mailFrom: string;
}

/** An e-mail without its recipient. */
export interface MailDraft extends EmailContent {
  readonly attachments: readonly File[];
}

/** A doctor who is free now. */
export interface FreeDoctor {
  readonly slug: string;
  readonly title: string;
  readonly first_name: string;
  readonly last_name: string;
  readonly city: string;
}
