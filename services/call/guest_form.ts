import { guestRoles } from "@/domain/guests.ts";
import { type Language, languages } from "@/i18n/mod.ts";
import { parseEmailAddress } from "@/services/accounts/email_address.ts";
import { parsePhone } from "@/services/accounts/phone.ts";
import type { Invitation } from "./guests.ts";

/** The fields of the form that invites a third person, as they were typed. */
export const invitationFields = [
  "name",
  "role",
  "detail",
  "contact",
  "language",
] as const;

/** Fields that can be wrong; what to say about each stands in i18n `guest`. */
export type InvitationProblem = "name" | "detail" | "contact";

const LONGEST = 100;

/** Reads the form: an invitation, or which fields are wrong. One field takes an e-mail address or a mobile number. */
export function readInvitation(
  form: FormData,
  page: Language,
): { invitation: Invitation } | { problems: InvitationProblem[] } {
  const text = (name: string) => String(form.get(name) ?? "").trim();
  const [name, detail, contact] = [
    text("name"),
    text("detail"),
    text("contact"),
  ];
  const role = guestRoles.find((one) => one === form.get("role"));
  const language = languages.find((one) => one === form.get("language"));
  const reached = reachedBy(contact);
  const problems: InvitationProblem[] = [];
  if (!/[\p{L}\p{N}]/u.test(name) || name.length > LONGEST) {
    problems.push("name");
  }
  if (detail.length > LONGEST) problems.push("detail");
  if (reached === null || problems.length > 0) {
    return { problems: reached ? problems : [...problems, "contact"] };
  }
  return {
    invitation: {
      ...{ name, detail, ...reached },
      role: role ?? "relative",
      language: language ?? page,
    },
  };
}

function reachedBy(
  contact: string,
): Pick<Invitation, "email" | "phone"> | null {
  if (contact.includes("@")) {
    const address = parseEmailAddress(contact);
    return address.error === undefined
      ? { email: address.email, phone: null }
      : null;
  }
  const number = parsePhone(contact);
  return number.error === undefined
    ? { email: null, phone: number.phone }
    : null;
}
