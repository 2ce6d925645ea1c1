/** Files in threads. Mirrored in SQL: supabase/migrations, attachments. */

/** The largest file, in bytes. Mirrored in SQL: public.attachments. */
export const ATTACHMENT_MAX = 20 * 1024 * 1024;

export const attachmentTypes = [
  "application/pdf",
  "image/jpeg",
  "image/png",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
] as const;

/** What a file may be, by its content. A HEIC photo becomes a JPEG on its way. */
export type AttachmentType = (typeof attachmentTypes)[number];

/** What a file field of a form offers. Without HEIC: phones then hand over a JPEG by themselves. */
export const attachmentAccept =
  "application/pdf,image/jpeg,image/png,.docx,application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** What it offers where scripts run, which make a JPEG of a HEIC photo. */
export const attachmentAcceptScripted =
  `${attachmentAccept},.heic,.heif,image/heic,image/heif`;

export const attachmentStandings = [
  "sent",
  "sent_opened",
  "held_back",
  "refused",
  "unopened",
  "opened",
  "gone",
] as const;

/** What a file is to whoever looks. Mirrored in SQL: public.attachment_standing. */
export type AttachmentStanding = (typeof attachmentStandings)[number];

/** The file of a message, whose text is its name. */
export interface AttachmentRecord {
  /** By content; null while it is on its way. */
  type: string | null;
  bytes: number | null;
  standing: AttachmentStanding;
  /** Sent in a consultation: kept by its sender and by whoever opens it in time. */
  inCall: boolean;
}

/** Whether a file in this standing can be opened. Mirrored in SQL: public.open_attachment. */
export function canOpen(standing: AttachmentStanding): boolean {
  return standing !== "held_back" && standing !== "refused" &&
    standing !== "gone";
}

/**
 * A file's name as it may stand in the database: its last part, on one line, at most 255 characters with the ending
 * kept. Whatever is not a name becomes `file`.
 */
export function attachmentName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? "";
  // Control characters, and what turns the direction of text, hide an ending.
  const hidden = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
  const line = last.replace(hidden, "").replace(/\s+/g, " ").trim();
  const letters = [...line];
  if (letters.length <= 255) return line || "file";
  const ending = /\.[\p{L}\p{N}]{1,10}$/u.exec(line)?.[0] ?? "";
  return letters.slice(0, 255 - ending.length).join("") + ending;
}
