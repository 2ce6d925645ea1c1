import * as v from "valibot";
import { attachmentStandings, attachmentTypes } from "@/domain/attachments.ts";
import { documentKinds } from "@/domain/documents.ts";
import { appointmentState } from "@/services/appointments/records.ts";

/**
 * What `export_account()` answers, as far as the files and the page of an archive need it. Everything else goes into
 * `data.json` as it came.
 */

const text = v.string();
const maybe = v.nullable(v.string());

const doctor = v.looseObject({
  title: text,
  first_name: text,
  last_name: text,
  time_zone: text,
});

const appointment = v.looseObject({
  id: text,
  state: appointmentState,
  starts_at: text,
  reason: maybe,
  symptoms: text,
  doctor,
});

const document = v.looseObject({
  id: text,
  kind: v.picklist(documentKinds),
  state: v.picklist(["issued", "voided"]),
  number: text,
  issued_at: text,
  /** Null until the PDF is made. */
  sha256: maybe,
  employer_sha256: maybe,
});

const message = v.looseObject({
  id: text,
  author: v.picklist(["you", "doctor", "guardian"]),
  body: text,
  sent_at: text,
  attachment: v.nullable(v.looseObject({
    type: v.nullable(v.picklist(attachmentTypes)),
    standing: v.picklist(attachmentStandings),
  })),
});

const patient = v.looseObject({
  id: text,
  own: v.boolean(),
  matricule: text,
  first_name: text,
  last_name: text,
  address: v.looseObject({ street: text, postal_code: text, city: text }),
  appointments: v.array(appointment),
  documents: v.array(document),
  threads: v.array(v.looseObject({ doctor, messages: v.array(message) })),
  audit_log: v.array(v.looseObject({ at: text, action: text, who: text })),
});

/** Everything that a person may read of themselves and of those for whom they act. Mirrored in SQL: public.export_account. */
export const ExportRecord = v.looseObject({
  exported_at: text,
  account: v.looseObject({ email: text, phone: text }),
  patients: v.array(patient),
  notifications: v.array(v.looseObject({
    channel: v.picklist(["sms", "email"]),
    sent_at: maybe,
  })),
});
export type ExportRecord = v.InferOutput<typeof ExportRecord>;
export type ExportPatient = ExportRecord["patients"][number];
export type ExportMessage =
  ExportPatient["threads"][number]["messages"][number];
