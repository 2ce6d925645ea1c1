import type { DocumentDelivery } from "./document_records.ts";

/** The kinds of document. Mirrored in SQL: public.document_kind. */
export const documentKinds = [
  "prescription",
  "lab_order",
  "sick_leave",
  "fee_note",
] as const;

/** What a doctor issues. */
export type DocumentKind = (typeof documentKinds)[number];

/** Where a document stands. Mirrored in SQL: public.document_state. */
export const documentStates = ["draft", "issued", "voided"] as const;

/** Who it may be sent to; `other` is an address of the patient's choice. Mirrored in SQL: public.document_recipient. */
export const deliveryRecipients = [
  "patient",
  "pharmacy",
  "laboratory",
  "cns",
  "other",
] as const;

/** Why something is sent. Mirrored in SQL: public.delivery_purpose. */
export const deliveryPurposes = [
  "copy",
  "voided",
  "withdrawn",
  "payment",
  "not_delivered",
  "forward",
] as const;

/** Where a sending stands. Mirrored in SQL: public.delivery_state. */
export const deliveryStates = [
  "waiting",
  "sent",
  "delivered",
  "failed",
] as const;

/** Whether a form or path names a kind of document. */
export function isDocumentKind(value: unknown): value is DocumentKind {
  return documentKinds.some((kind) => kind === value);
}

/**
 * A diagnosis code in the form of ICD-10 (`J06.9`), from what a person types (`j069`, ` J06,9 `, `J06.-`, `A17.0†`);
 * null for what is none. The list of codes is not ours to copy: only the form is checked.
 */
export function icd10(text: string): string | null {
  const plain = text.normalize("NFKC").toUpperCase().replace(/[\s†*!+]/g, "");
  const dotted = /^[A-Z]\d{3,4}$/.test(plain)
    ? `${plain.slice(0, 3)}.${plain.slice(3)}`
    : plain.replace(/\.-?$/, "").replace(",", ".");
  return /^[A-Z]\d{2}(?:\.\d{1,2})?$/.test(dotted) ? dotted : null;
}

/** Days of a sick leave, the first and the last counted (`YYYY-MM-DD`). */
export function sickLeaveDays(from: string, to: string): number {
  return 1 + Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** An amount as people type it (`57,70`, `57.7`, `€ 57`) in cents; null for what is none. */
export function centsOf(text: string): number | null {
  const match = /^(\d{1,6})(?:[.,](\d{1,2}))?$/.exec(
    text.replace(/[\s€]|EUR/g, ""),
  );
  if (!match) return null;
  return Number(match[1]) * 100 + Number((match[2] ?? "").padEnd(2, "0"));
}

/**
 * Whether a document did not reach somebody, from its deliveries in order: what went to another pharmacy since, or is
 * tried again, is no failure. What the patient forwarded counts for itself. Mirrored in SQL: private.documents_to_do.
 */
export function hasFailed(
  deliveries: readonly Pick<
    DocumentDelivery,
    "recipient" | "purpose" | "state"
  >[],
): boolean {
  return deliveries.some(({ recipient, purpose, state }, index) =>
    state === "failed" && recipient !== "other" &&
    !deliveries.slice(index + 1).some((later) =>
      later.recipient === recipient && later.purpose === purpose &&
      later.state !== "failed"
    )
  );
}
