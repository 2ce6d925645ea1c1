import * as v from "valibot";
import {
  deliveryPurposes,
  deliveryRecipients,
  deliveryStates,
  documentKinds,
  documentStates,
} from "@/domain/documents.ts";
import type {
  DocumentCatalogue,
  DocumentEntry,
  DocumentRecord,
} from "@/domain/document_records.ts";
import type { Json } from "@/supabase/types.ts";
import { languages } from "@/i18n/mod.ts";
import { doctorCard } from "@/services/appointments/records.ts";

/** The functions of the database that answer whole pages give JSON, whose shape is checked here, once. */

const text = v.string();
const maybe = v.nullable(text);
const organisation = v.object({ id: text, name: text, city: text });
const home = v.object({ address: text, phone: maybe, old: v.boolean() });

const entry = {
  id: text,
  kind: v.picklist(documentKinds),
  state: v.picklist(documentStates),
  number: maybe,
  issued_at: maybe,
  issues_at: maybe,
  updated_at: text,
  appointment_id: text,
  consulted_at: text,
  ready: v.boolean(),
  sha256: maybe,
  replaced_by: maybe,
  corrects: maybe,
  void_reason: maybe,
  paid_at: maybe,
  valid_until: maybe,
  total_cents: v.nullable(v.number()),
  doctor: doctorCard,
  patient: v.object({
    id: text,
    first_name: text,
    last_name: text,
    own: v.boolean(),
  }),
  deliveries: v.array(v.object({
    id: text,
    recipient: v.picklist(deliveryRecipients),
    purpose: v.picklist(deliveryPurposes),
    name: maybe,
    city: maybe,
    address: maybe,
    state: v.picklist(deliveryStates),
    reason: maybe,
  })),
};

/** Of `public.list_documents`. */
export const documentList: v.GenericSchema<unknown, DocumentEntry[]> = v.array(
  v.object(entry),
);

/** Of `public.document_page`; null for what is not the asker's. */
export const documentPage: v.GenericSchema<unknown, DocumentRecord | null> = v
  .nullable(v.object({
    ...entry,
    content: v.record(text, v.unknown()),
    version: v.number(),
    language: v.picklist(languages),
    code: maybe,
    employer_sha256: maybe,
    now: text,
    problem: maybe,
    pharmacy: v.nullable(organisation),
    laboratory: v.nullable(organisation),
    home,
    cns: v.boolean(),
  }));

/** Of `public.document_catalogue`. */
export const documentCatalogue: v.GenericSchema<unknown, DocumentCatalogue> = v
  .object({
    acts: v.array(v.object({ code: text, name: text, cents: v.number() })),
    analyses: v.array(v.object({ code: text, group: text, name: text })),
    lines: v.array(v.record(text, v.unknown())),
    frequent: v.array(text),
    templates: v.array(v.object({ id: text, name: text })),
    previous_at: maybe,
  });

const json: v.GenericSchema<unknown, Json> = v.lazy(() =>
  v.union([
    v.string(),
    v.number(),
    v.boolean(),
    v.null(),
    v.array(json),
    v.record(v.string(), json),
  ])
);

/** Of `public.document_filling`; null when there is nothing to fill a draft with. */
export const filling: v.GenericSchema<unknown, Record<string, Json> | null> = v
  .nullable(v.record(v.string(), json));
