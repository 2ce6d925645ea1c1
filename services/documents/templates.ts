import type { DocumentKind } from "@/domain/documents.ts";
import type { Json } from "@/supabase/types.ts";
import { asId } from "@/services/appointments/appointments.ts";
import { parsePage } from "@/services/appointments/records.ts";
import type { Person } from "@/services/auth/session.ts";
import { unwrap } from "@/services/http/problem.ts";
import { personClient } from "@/services/supabase.ts";
import { filled } from "./fill.ts";
import { filling } from "./records.ts";

/** What is typed, filled from a template (its id) or from what the patient had last (null). Throws `not_found`. */
export async function fillDraft(
  person: Person,
  document: { id: string; kind: DocumentKind },
  template: string | null,
  typed: Record<string, Json>,
): Promise<Record<string, Json>> {
  const source = parsePage(
    filling,
    unwrap(
      await personClient(person.accessToken).rpc("document_filling", {
        document_id: document.id,
        template_id: template === null ? undefined : asId(template),
      }),
    ),
  );
  // Deleted in another tab meanwhile: what is typed stays as it is.
  return source === null ? typed : filled(document.kind, typed, source);
}

/** Keeps what stands in a document as a template of its doctor. Throws `name_missing`, `too_many_templates`. */
export async function keepTemplate(
  person: Person,
  document: string,
  name: string,
): Promise<void> {
  unwrap(
    await personClient(person.accessToken).rpc("save_document_template", {
      document_id: document,
      name,
    }),
  );
}

/** Deletes a template of this doctor; one that is not theirs stays. */
export async function deleteTemplate(
  person: Person,
  id: string,
): Promise<void> {
  unwrap(
    await personClient(person.accessToken).from("document_templates").delete()
      .eq("id", asId(id)),
  );
}
