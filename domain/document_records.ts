import type {
  deliveryPurposes,
  deliveryRecipients,
  deliveryStates,
  DocumentKind,
  documentStates,
} from "./documents.ts";
import type { Language } from "./language.ts";
import type { DoctorCard } from "./records.ts";

/** The records that the pages of documents show, named as the database functions give them. */

/** One sending to one recipient. Mirrored in SQL: private.deliveries_of. */
export interface DocumentDelivery {
  id: string;
  recipient: (typeof deliveryRecipients)[number];
  purpose: (typeof deliveryPurposes)[number];
  name: string | null;
  city: string | null;
  /** Another address, given by the doctor; of `other` the one that the patient typed. */
  address: string | null;
  state: (typeof deliveryStates)[number];
  /** Technical. */
  reason: string | null;
}

/** A document as a list shows it. Mirrored in SQL: private.document_entry. */
export interface DocumentEntry {
  id: string;
  kind: DocumentKind;
  state: (typeof documentStates)[number];
  /** Null for drafts. */
  number: string | null;
  issued_at: string | null;
  /** Signed: it is issued then. */
  issues_at: string | null;
  updated_at: string;
  appointment_id: string;
  consulted_at: string;
  /** Whether the PDF is there. */
  ready: boolean;
  /** Of the PDF, hexadecimal. */
  sha256: string | null;
  replaced_by: string | null;
  corrects: string | null;
  void_reason: string | null;
  paid_at: string | null;
  /** `YYYY-MM-DD`. */
  valid_until: string | null;
  total_cents: number | null;
  doctor: DoctorCard;
  patient: { id: string; first_name: string; last_name: string; own: boolean };
  deliveries: DocumentDelivery[];
}

/** A document of a consultation as the pages of the call name it. Mirrored in SQL: private.consultation_documents. */
export interface ConsultationDocument
  extends Pick<DocumentEntry, "id" | "kind" | "state" | "number"> {
  /** It is issued within seconds, or was. */
  signed: boolean;
  /** A newer one has taken its place. */
  corrected: boolean;
  paid: boolean;
  /** Where the copy is: pharmacy, laboratory or, without a name, the CNS; null when it goes nowhere. */
  copy: Pick<DocumentDelivery, "name" | "state"> | null;
}

/** What a doctor still has to do about a document. Mirrored in SQL: private.documents_to_do. */
export interface DocumentToDo {
  id: string;
  kind: DocumentKind;
  /** It is not signed yet, or did not reach somebody. */
  why: "draft" | "failed";
  consulted_at: string;
  first_name: string;
  last_name: string;
}

/** Mirrored in SQL: public.organisation_kind. */
export type OrganisationKind = "pharmacy" | "laboratory";

/** A pharmacy or laboratory. */
export interface Organisation {
  id: string;
  name: string;
  street: string;
  postal_code: string;
  city: string;
}

/** Mirrored in SQL: public.document_page. */
export interface DocumentRecord extends DocumentEntry {
  /** Its shape depends on the kind. */
  content: Record<string, unknown>;
  version: number;
  language: Language;
  code: string | null;
  /** Of the PDF with the employer's sheet alone; sick leaves only. */
  employer_sha256: string | null;
  now: string;
  /** Why a draft cannot be issued (a key of domain/errors.ts); null when it can. */
  problem: string | null;
  pharmacy: Pick<Organisation, "id" | "name" | "city"> | null;
  laboratory: Pick<Organisation, "id" | "name" | "city"> | null;
  /** Where a laboratory visits who cannot travel. `old`: nobody has confirmed it for a year. */
  home: { address: string; phone: string | null; old: boolean };
  /** Whether the CNS has an address in this installation. */
  cns: boolean;
}

/** What the doctor's form offers. Mirrored in SQL: public.document_catalogue. */
export interface DocumentCatalogue {
  acts: { code: string; name: string; cents: number }[];
  analyses: { code: string; group: string; name: string }[];
  /** The doctor's own frequent lines. */
  lines: Record<string, unknown>[];
  /** Codes that they use most: analyses, or diagnoses. */
  frequent: string[];
  /** Their own templates of this kind. */
  templates: { id: string; name: string }[];
  /** When this patient had the last of this kind; null for the first one. */
  previous_at: string | null;
}

/** A patient's pharmacy and laboratory; null for what is not chosen. */
export type ChosenOrganisations = Readonly<
  Record<OrganisationKind, Organisation | null>
>;
