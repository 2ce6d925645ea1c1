import * as v from "valibot";
import {
  deliveryPurposes,
  deliveryRecipients,
  documentKinds,
} from "@/domain/documents.ts";
import { languages } from "@/i18n/mod.ts";
import { Printable } from "./printable.ts";

/** A document to make, leased. Mirrored in SQL: public.claim_documents. */
export const ClaimedDocument = v.intersect([
  Printable,
  v.object({ lease: v.string() }),
]);
export type ClaimedDocument = v.InferOutput<typeof ClaimedDocument>;

/** A sending that is due, leased. Mirrored in SQL: public.claim_document_deliveries. */
export const ClaimedDelivery = v.object({
  id: v.string(),
  lease: v.string(),
  /** This one included. */
  attempts: v.number(),
  /** ISO. */
  first_tried_at: v.string(),
  recipient: v.picklist(deliveryRecipients),
  purpose: v.picklist(deliveryPurposes),
  proof_path: v.nullable(v.string()),
  proof_name: v.nullable(v.string()),
  /** Null when the recipient has no address. */
  email: v.nullable(v.string()),
  name: v.string(),
  language: v.picklist(languages),
  document: v.object({
    id: v.string(),
    kind: v.picklist(documentKinds),
    number: v.string(),
    sha256: v.nullable(v.string()),
    /** Of the employer's sheet; sick leaves only. */
    employer_sha256: v.nullable(v.string()),
    void_reason: v.nullable(v.string()),
    replaced_by: v.nullable(v.string()),
    doctor: v.object({
      title: v.string(),
      first_name: v.string(),
      last_name: v.string(),
    }),
    patient: v.object({
      first_name: v.string(),
      last_name: v.string(),
      matricule: v.string(),
    }),
    /** The pharmacy or laboratory that has the copy. */
    copy_to: v.nullable(v.string()),
    /** Who could not be reached, where the patient is told of it. */
    failed_to: v.nullable(v.string()),
  }),
});
export type ClaimedDelivery = v.InferOutput<typeof ClaimedDelivery>;
