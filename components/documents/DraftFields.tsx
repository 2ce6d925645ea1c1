import type { DocumentKind } from "@/domain/documents.ts";
import { FeeNoteFields } from "./FeeNoteFields.tsx";
import type { DraftFieldsProps } from "./form_state.ts";
import { LabOrderFields } from "./LabOrderFields.tsx";
import { PrescriptionFields } from "./PrescriptionFields.tsx";
import { SickLeaveFields } from "./SickLeaveFields.tsx";

/** The fields of a kind of document. */
export function DraftFields(
  { kind, ...props }: DraftFieldsProps & { kind: DocumentKind },
) {
  switch (kind) {
    case "prescription":
      return <PrescriptionFields {...props} />;
    case "lab_order":
      return <LabOrderFields {...props} />;
    case "sick_leave":
      return <SickLeaveFields {...props} />;
    case "fee_note":
      return <FeeNoteFields {...props} />;
  }
}
