import type { Letter, Sender } from "./letter.ts";

/** What all messages of an installation share. */
export interface Letterhead extends Sender {
  /** Without a slash at the end. */
  readonly publicUrl: string;
  /** `eConsult <no-reply@…>`. */
  readonly mailFrom: string;
}

/** An e-mail, but for whom it goes to. */
export interface MailDraft extends Letter {
  readonly attachments: readonly File[];
}

/** A doctor who can be seen at once. */
export interface FreeDoctor {
  readonly slug: string;
  readonly title: string;
  readonly first_name: string;
  readonly last_name: string;
  readonly city: string;
}
