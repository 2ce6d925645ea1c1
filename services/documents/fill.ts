import type { DocumentKind } from "@/domain/documents.ts";
import type { Json } from "@/supabase/types.ts";
import { LINES_MAX } from "./form.ts";

type Content = Readonly<Record<string, Json | undefined>>;

/** Fields that are about one consultation: neither a template nor the last document fills them. */
const ownFields = new Set(["from", "to", "reason", "paid_cents"]);

/**
 * A draft with what a template or the last document of the patient holds: lists grow, without saying anything twice, and
 * other fields are filled where nothing was typed. Nothing typed is lost.
 */
export function filled(
  kind: DocumentKind,
  typed: Content,
  source: Content,
): Record<string, Json> {
  const content: Record<string, Json> = {};
  for (
    const field of new Set([...Object.keys(typed), ...Object.keys(source)])
  ) {
    const [own, other] = [typed[field], source[field]];
    const chosen = ownFields.has(field) || other === undefined
      ? own
      : Array.isArray(own) && Array.isArray(other)
      ? joined(own, other)
      : isEmpty(own) || isDefault(kind, field, own)
      ? other
      : own;
    if (chosen !== undefined) content[field] = chosen;
  }
  return content;
}

function joined(own: readonly Json[], other: readonly Json[]): Json[] {
  const said = new Set(own.map((one) => JSON.stringify(one)));
  return [...own, ...other.filter((one) => !said.has(JSON.stringify(one)))]
    .slice(0, LINES_MAX);
}

function isEmpty(value: Json | undefined): boolean {
  return value === undefined || value === "" || value === 0 || value === false;
}

/** A select always says something; what it says first was chosen by nobody. */
function isDefault(kind: DocumentKind, field: string, value: Json | undefined) {
  return kind === "sick_leave" &&
    ((field === "type" && value === "initial") ||
      (field === "outings" && value === "restricted"));
}
