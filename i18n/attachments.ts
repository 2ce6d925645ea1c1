import type { AttachmentTexts } from "./fr/attachments.ts";
import type { ErrorTexts } from "./fr/errors.ts";

/** Refusals of files, which the chat says beside them. */
const refusals = [
  "attachment_heic",
  "attachment_too_large",
  "attachment_type",
  "no_appointment",
  "signed_out",
  "thread_closed",
  "too_many_attachments",
  "too_many_messages",
  "too_many_messages_today",
] as const;
type FileRefusal = (typeof refusals)[number];

/** What the chat says of files. */
export interface FileTexts extends AttachmentTexts {
  refusals: Readonly<Record<FileRefusal, string>>;
}

/** The texts of a chat with files: an island gets these and no other errors. */
export function fileTexts(
  { attachments, errors }: { attachments: AttachmentTexts; errors: ErrorTexts },
): FileTexts {
  return {
    ...attachments,
    refusals: {
      attachment_heic: errors.attachment_heic,
      attachment_too_large: errors.attachment_too_large,
      attachment_type: errors.attachment_type,
      no_appointment: errors.no_appointment,
      signed_out: errors.signed_out,
      thread_closed: errors.thread_closed,
      too_many_attachments: errors.too_many_attachments,
      too_many_messages: errors.too_many_messages,
      too_many_messages_today: errors.too_many_messages_today,
    },
  };
}

/** What a refusal says; for what no rule refused, that it goes on by itself. */
export function refusalOfFile(key: string | null, texts: FileTexts): string {
  if (key === "attachment_empty") return texts.empty;
  const known = refusals.find((one) => one === key);
  return known ? texts.refusals[known] : texts.failed;
}
