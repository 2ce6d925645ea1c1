import { type Language, languages } from "./language.ts";

/** Where a page of the directory begins: after the doctor with this slot and id, in the order of the list. */
export interface DirectoryCursor {
  /** ISO instant, or `infinity` for doctors without a free slot, who come last. */
  at: string;
  id: string;
}

/** What a visitor looks for; the home page's GET parameters. */
export interface DirectorySearch {
  /** As typed: name, specialty, language or town. */
  query: string;
  /** Id of a specialty. */
  specialty?: string;
  /** A language of the consultation. */
  spoken?: Language;
  town?: string;
  /** Only who has a free slot before midnight. */
  today: boolean;
  /** Only who takes somebody at once. */
  freeNow: boolean;
  after?: DirectoryCursor;
}

const QUERY_LENGTH = 100;

/** Reads the home page's parameters; what makes no sense is taken for absent. */
export function readDirectorySearch(params: URLSearchParams): DirectorySearch {
  const spoken = params.get("spoken");
  return {
    query: (params.get("q") ?? "").trim().slice(0, QUERY_LENGTH),
    specialty: named(params.get("specialty")),
    spoken: languages.find((language) => language === spoken),
    town: named(params.get("town")),
    today: params.get("today") === "yes",
    freeNow: params.get("free") === "yes",
    after: readCursor(params.get("after")),
  };
}

/** The parameters of a search, as {@link readDirectorySearch} reads them; what is not asked for is left out. */
export function directoryParams(
  search: DirectorySearch,
): Record<string, string | undefined> {
  const { query, specialty, spoken, town, today, freeNow, after } = search;
  return {
    q: query || undefined,
    specialty,
    spoken,
    town,
    today: today ? "yes" : undefined,
    free: freeNow ? "yes" : undefined,
    after: after && `${after.at}~${after.id}`,
  };
}

/** Whether anything but the first page of all doctors is asked for. */
export function isNarrowed(search: DirectorySearch): boolean {
  return Object.values(directoryParams({ ...search, after: undefined }))
    .some((value) => value !== undefined);
}

function named(text: string | null): string | undefined {
  return text === null || text === "" || text.length > QUERY_LENGTH
    ? undefined
    : text;
}

const CURSOR =
  /^(infinity|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?(?:Z|[+-]\d\d:\d\d))~([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

function readCursor(text: string | null): DirectoryCursor | undefined {
  const [, at, id] = CURSOR.exec(text ?? "") ?? [];
  if (at === undefined || id === undefined) return undefined;
  if (at !== "infinity" && Number.isNaN(Date.parse(at))) return undefined;
  return { at, id };
}
