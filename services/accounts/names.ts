import { parse as parseDomain } from "tldts";
import { isBlank, normalizeLine } from "@/domain/text.ts";

/** Marks that keyboards have in place of an apostrophe. */
const APOSTROPHES = /[`´]/g;

/**
 * Reads a first or last name as people write theirs: any script, marks, apostrophes, hyphens, full stops, joiners.
 * Null for what is no name: signs, addresses of sites and mailboxes. An e-mail of ours greets by name, whoever's
 * address was given, so a name must not lead anywhere.
 */
export function parseName(text: string): string | null {
  const name = normalizeLine(text).replace(APOSTROPHES, "'");
  if (isBlank(name) || !/\p{L}/u.test(name)) return null;
  if (/[/\\@:<>\p{S}]/u.test(name)) return null;
  return name.split(/[\s,;()]+/u).some(isDomain) ? null : name;
}

function isDomain(word: string): boolean {
  const { isIcann, domain } = parseDomain(word);
  return word.includes(".") && isIcann === true && domain !== null;
}
