import { type Chip, Chips } from "@/components/ui/Chips.tsx";
import { type DirectorySearch, isNarrowed } from "@/domain/directory.ts";
import { paths } from "@/domain/paths.ts";
import type { Specialty } from "@/domain/records.ts";
import type { DirectoryTexts } from "@/i18n/fr/directory.ts";
import { type Language, languageNames, languages } from "@/i18n/mod.ts";

interface DirectoryFiltersProps {
  search: DirectorySearch;
  specialties: readonly Specialty[];
  language: Language;
  texts: DirectoryTexts;
}

/** What the list of doctors is narrowed to. Each filter is a link; pressed again it is taken off. */
export function DirectoryFilters(props: DirectoryFiltersProps) {
  const { search, specialties, language, texts } = props;
  const { specialty, spoken, town, today, freeNow } = search;
  const chip = (
    label: string,
    current: boolean,
    change: Partial<DirectorySearch>,
  ): Chip => ({
    label,
    current,
    href: paths.home(language, { ...search, after: undefined, ...change }),
  });
  return (
    <Chips
      label={texts.filters}
      chips={[
        {
          label: texts.all,
          current: !isNarrowed(search),
          href: paths.home(language),
        },
        chip(texts.today, today, { today: !today }),
        chip(texts.freeNow, freeNow, { freeNow: !freeNow }),
        ...(town ? [chip(town, true, { town: undefined })] : []),
        ...specialties.map(({ id, name }) =>
          chip(name[language], id === specialty, {
            specialty: id === specialty ? undefined : id,
          })
        ).toSorted((a, b) => a.label.localeCompare(b.label, language)),
        ...languages.map((value) =>
          chip(languageNames[value], value === spoken, {
            spoken: value === spoken ? undefined : value,
          })
        ),
      ]}
    />
  );
}
