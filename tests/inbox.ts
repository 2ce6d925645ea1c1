import { house } from "./house.ts";

/** An e-mail with its attachments, in their order. */
export interface DocumentMail {
  subject: string;
  text: string;
  files: Uint8Array[];
}

/** The newest e-mail to somebody since a moment whose words hold a text. Throws when none comes within 25 s. */
export async function mailTo(
  to: string,
  since: string,
  contains: string,
): Promise<DocumentMail> {
  const { carriersUrl } = house();
  const query = new URLSearchParams({ to, since, contains, wait: "25" });
  const answer = await fetch(`${carriersUrl}/api/messages?${query}`);
  const [mail] = await answer.json();
  if (!mail) throw new Error(`no e-mail "${contains}" came within 25 s`);
  const files: Uint8Array[] = [];
  for (const [index] of mail.attachments.entries()) {
    const file = await fetch(
      `${carriersUrl}/api/messages/${mail.id}/attachments/${index}`,
    );
    files.push(await file.bytes());
  }
  return { subject: String(mail.subject), text: String(mail.text), files };
}
