import { domainToASCII } from "node:url";
import { parse as parseDomain } from "tldts";

/** Why a text is no address that we can write to; the texts for people stand in i18n `account`. */
export type EmailError = "invalid" | "accents";

/** The atoms before the `@` that need no quotes (RFC 5321, 4.1.2). */
const LOCAL = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;

/** RFC 5321, 4.5.3.1, in bytes; all characters are ASCII by then. */
const LONGEST = { address: 254, local: 64 };

/**
 * Reads an e-mail address. The domain may be written in any script and is kept in ASCII (`xn--…`, URL standard), the
 * whole in lower case, as Supabase Auth keeps it. Its last part has to exist, or be `.example` (RFC 2606), where the
 * people of the demonstration live. Letters beyond ASCII before the `@` (SMTPUTF8) are taken neither by Auth nor by
 * most servers: `accents`.
 */
export function parseEmailAddress(
  text: string,
): { email: string; error?: undefined } | { error: EmailError } {
  const typed = text.normalize("NFKC").trim().replace(/[‘’]/g, "'");
  const at = typed.lastIndexOf("@");
  const local = typed.slice(0, at).toLowerCase();
  const written = typed.slice(at + 1);
  if (at < 1 || /[^\p{L}\p{N}\p{M}.-]/u.test(written)) {
    return { error: "invalid" };
  }
  if (/^[\p{L}\p{N}\p{M}.+_-]+$/u.test(local) && /[^ -~]/.test(local)) {
    return { error: "accents" };
  }
  const domain = domainToASCII(written);
  if (!LOCAL.test(local) || !isDomain(domain)) return { error: "invalid" };
  const email = `${local}@${domain}`;
  return local.length > LONGEST.local || email.length > LONGEST.address
    ? { error: "invalid" }
    : { email };
}

function isDomain(domain: string): boolean {
  const label = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";
  if (!new RegExp(`^(${label}\\.)+${label}$`).test(domain)) return false;
  const { isIcann, domain: registered } = parseDomain(domain);
  return domain.endsWith(".example") ||
    (isIcann === true && registered !== null);
}
