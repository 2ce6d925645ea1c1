import type { DirectoryCursor, DirectorySearch } from "@/domain/directory.ts";
import type { Language } from "@/domain/language.ts";
import type { DirectoryDoctor, Specialty } from "@/domain/records.ts";
import { unwrap } from "@/services/http/problem.ts";
import { type DatabaseClient, visitorClient } from "@/services/supabase.ts";
import type { Database } from "@/supabase/types.ts";
import { sharedRead } from "./shared_reads.ts";

/** Doctors on a page of the directory. */
const PAGE_SIZE = 20;

/** Specialties and towns change a few times a year. */
const FILTERS_MS = 60_000;

/** A row of `public.search_doctors`. */
type FoundRow =
  Database["public"]["Functions"]["search_doctors"]["Returns"][number];

/** A page of the directory. */
export interface DirectoryPage {
  doctors: DirectoryDoctor[];
  /** Doctors on all pages together. */
  found: number;
  /** Where the next page begins; none after the last. */
  next?: DirectoryCursor;
}

/** What the directory can be narrowed to. */
export interface DirectoryFilters {
  specialties: Specialty[];
  /** By name. */
  towns: string[];
}

/**
 * The doctors whom a search finds, the earliest free slot first, 20 a page. Shared by all who ask within seconds.
 *
 * @throws Problem `unavailable`
 */
export const searchDoctors = sharedRead(
  async (search: DirectorySearch): Promise<DirectoryPage> => {
    const [rows, { specialties }] = await Promise.all([
      findRows(search, PAGE_SIZE + 1),
      readFilters(null),
    ]);
    const shown = rows.slice(0, PAGE_SIZE);
    const last = shown.at(-1);
    return {
      doctors: shown.map((row) => toDoctor(row, specialties)),
      found: rows[0]?.found ?? 0,
      next: rows.length > PAGE_SIZE && last !== undefined
        ? { at: last.sorted_at, id: last.id }
        : undefined,
    };
  },
);

/** Doctors who take somebody at once, at most so many. Throws `unavailable`. */
export async function doctorsFreeNow(
  client: DatabaseClient,
  limit: number,
): Promise<FoundRow[]> {
  const search = { query: "", today: false, freeNow: true };
  return await findRows(search, limit, client);
}

/** The earliest free slot (ISO instant) of some doctors, and whose it is; null when there is none. */
export function earliestSlot(
  doctors: readonly DirectoryDoctor[],
): { doctor: DirectoryDoctor; startsAt: string } | null {
  const [first] = doctors
    .flatMap((doctor) =>
      doctor.next_slots.slice(0, 1).map((startsAt) => ({ doctor, startsAt }))
    )
    .sort((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt));
  return first ?? null;
}

type SpecialtyRow = Database["public"]["Tables"]["specialties"]["Row"];

/** Specialties and towns to choose from. Throws `unavailable`. */
export const readFilters = sharedRead(
  async (_question: null): Promise<DirectoryFilters> => {
    const client = visitorClient();
    const [specialties, towns] = await Promise.all([
      client.from("specialties").select(
        "id, name_fr, name_de, name_en, name_lb, name_pt",
      ),
      client.rpc("directory_towns"),
    ]);
    return {
      specialties: unwrap(specialties).map(toSpecialty),
      towns: unwrap(towns).map(({ town }) => town),
    };
  },
  FILTERS_MS,
);

async function findRows(
  search: DirectorySearch,
  limit: number,
  client = visitorClient(),
): Promise<FoundRow[]> {
  const { query, specialty, spoken, town, today, freeNow, after } = search;
  return unwrap(
    await client.rpc("search_doctors", {
      query,
      specialty,
      language: spoken,
      town,
      today,
      free_now: freeNow,
      after_at: after?.at,
      after_id: after?.id,
      page_size: limit,
    }),
  );
}

function toDoctor(
  row: FoundRow,
  specialties: readonly Specialty[],
): DirectoryDoctor {
  const { specialty_id, is_free_now, sorted_at: _at, found: _all, ...card } =
    row;
  const known = specialties.find(({ id }) => id === specialty_id);
  return {
    ...card,
    free_now: is_free_now,
    // One that was added in the last minute: its key until then.
    specialty: known?.name ?? sameInAll(specialty_id),
  };
}

function toSpecialty(row: SpecialtyRow): Specialty {
  return {
    id: row.id,
    name: {
      fr: row.name_fr,
      de: row.name_de,
      en: row.name_en,
      lb: row.name_lb,
      pt: row.name_pt,
    },
  };
}

function sameInAll(name: string): Record<Language, string> {
  return { fr: name, de: name, en: name, lb: name, pt: name };
}
