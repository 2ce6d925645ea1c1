import { refuse } from "./error.ts";

const CHOICES = {
  resolution: ["merge-duplicates", "ignore-duplicates"],
  missing: ["default", "null"],
  return: ["representation", "minimal", "headers-only"],
  count: ["exact", "planned", "estimated"],
  tx: ["commit", "rollback"],
  handling: ["strict", "lenient"],
} as const;

const NAMES = Object.keys(CHOICES) as (keyof typeof CHOICES)[]; // the keys of a constant

/** What the `Prefer` header asks for, RFC 7240; the first of several counts. */
export type Preferences =
  & { -readonly [Name in keyof typeof CHOICES]?: typeof CHOICES[Name][number] }
  & { timezone?: string; maxAffected?: number };

/** What a kind of request can honour. */
export type Preference = keyof typeof CHOICES | "timezone" | "max-affected";

/** Reads `Prefer`. Throws PGRST122 for unknown preferences when `handling=strict` is among them. */
export function parsePreferences(
  header: string | null,
  allowTx: boolean,
  timezones: Set<string>,
): Preferences {
  const preferences: Preferences = {};
  const invalid: string[] = [];
  for (
    const item of (header ?? "").split(",").map((part) => part.trim()).filter((
      part,
    ) => part)
  ) {
    if (!addPreference(preferences, item, timezones)) invalid.push(item);
  }
  if (!allowTx) delete preferences.tx;
  if (preferences.handling === "strict" && invalid.length) {
    throw refuse(
      "PGRST122",
      "Invalid preferences given with handling=strict",
      `Invalid preferences: ${invalid.join(", ")}`,
    );
  }
  return preferences;
}

function addPreference(
  preferences: Preferences,
  item: string,
  timezones: Set<string>,
): boolean {
  const [name = "", value = ""] = item.split(/=(.*)/s, 2);
  if (name === "timezone" && timezones.has(value)) {
    preferences.timezone ??= value;
    return true;
  }
  if (name === "max-affected") {
    if (/^\d{1,15}$/.test(value)) preferences.maxAffected ??= Number(value);
    return true;
  }
  for (const choice of NAMES) {
    const known = CHOICES[choice].find((option) =>
      name === choice && option === value
    );
    if (known) {
      return Object.assign(preferences, {
        [choice]: preferences[choice] ?? known,
      }) && true;
    }
  }
  return false;
}

/** `Preference-Applied` for those of `honoured` that were given, in upstream's order; null for none. */
export function appliedPreferences(
  preferences: Preferences,
  honoured: Set<Preference>,
): string | null {
  const applied = NAMES.flatMap((name) =>
    honoured.has(name) && preferences[name]
      ? [`${name}=${preferences[name]}`]
      : []
  );
  if (preferences.timezone !== undefined) {
    applied.push(`timezone=${preferences.timezone}`);
  }
  if (
    honoured.has("max-affected") && preferences.handling === "strict" &&
    preferences.maxAffected !== undefined
  ) {
    applied.push(`max-affected=${preferences.maxAffected}`);
  }
  return applied.length ? applied.join(", ") : null;
}
