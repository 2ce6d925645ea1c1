interface Preference {
  value: string;
  quality: number;
}

/** The media types that the client accepts, the preferred ones first. */
export function accepts(request: { headers: Headers }): string[];
/** The one of the given media types that the client prefers. */
export function accepts(
  request: { headers: Headers },
  ...types: string[]
): string | undefined;
export function accepts(
  request: { headers: Headers },
  ...types: string[]
): string | string[] | undefined {
  return choose(request.headers.get("Accept"), "*/*", types, mediaMatch);
}

/** The languages that the client accepts, the preferred ones first. */
export function acceptsLanguages(request: { headers: Headers }): string[];
/** The one of the given languages that the client prefers. */
export function acceptsLanguages(
  request: { headers: Headers },
  ...langs: string[]
): string | undefined;
export function acceptsLanguages(
  request: { headers: Headers },
  ...langs: string[]
): string | string[] | undefined {
  const header = request.headers.get("Accept-Language");
  return choose(header, "*", langs, languageMatch);
}

/** Says how well a value fits a preference: 0 is not at all. */
type Match = (preferred: string, value: string) => number;

function choose(
  header: string | null,
  any: string,
  values: string[],
  match: Match,
): string | string[] | undefined {
  const preferences = parse(header ?? any);
  if (values.length === 0) {
    return preferences.filter(({ quality }) => quality > 0)
      .toSorted((a, b) => b.quality - a.quality)
      .map(({ value }) => value);
  }
  const ranked = values.map((value) => rank(preferences, value, match))
    .filter(({ quality }) => quality > 0)
    .toSorted((a, b) =>
      b.quality - a.quality || b.fit - a.fit || a.position - b.position
    );
  return ranked[0]?.value;
}

/** The quality of a value is that of the preference that fits it best. */
function rank(preferences: Preference[], value: string, match: Match) {
  let best = { value, quality: 0, fit: 0, position: 0 };
  preferences.forEach(({ value: preferred, quality }, position) => {
    const fit = match(preferred.toLowerCase(), value.toLowerCase());
    if (fit > best.fit) best = { value, quality, fit, position };
  });
  return best;
}

function parse(header: string): Preference[] {
  return header.split(",").flatMap((part) => {
    const [value = "", ...parameters] = part.split(";").map((it) => it.trim());
    if (value === "") return [];
    const q = parameters.find((it) => /^q\s*=/i.test(it));
    const quality = q === undefined ? 1 : Number(q.slice(q.indexOf("=") + 1));
    return [{ value, quality: Number.isNaN(quality) ? 0 : quality }];
  });
}

function mediaMatch(preferred: string, value: string): number {
  const [type, subtype] = preferred.split("/");
  const [ownType, ownSubtype] = (value.split(";")[0] ?? "").trim().split("/");
  if (preferred === "*/*" || preferred === "*") return 1;
  if (type !== ownType) return 0;
  if (subtype === "*") return 2;
  return subtype === ownSubtype ? 3 : 0;
}

/** `en` is meant by `en-GB` and the other way round, less exactly. */
function languageMatch(preferred: string, value: string): number {
  if (preferred === value) return 4;
  if (preferred.split("-")[0] === value) return 3;
  if (preferred === value.split("-")[0]) return 2;
  return preferred === "*" ? 1 : 0;
}
