import { ButtonLink } from "@/components/ui/Button.tsx";
import { paths } from "@/domain/paths.ts";
import type { DoctorCard } from "@/domain/records.ts";
import type { Language } from "@/i18n/mod.ts";
import { slotName } from "./DoctorList.tsx";

interface NearestSlotsProps {
  /** ISO instants of free slots nearby. */
  starts: readonly string[];
  doctor: DoctorCard;
  /** What they are for. */
  query: Parameters<typeof paths.slot>[3];
  language: Language;
}

/** Other slots of a doctor, in the place of one that could not be had. */
export function NearestSlots(props: NearestSlotsProps) {
  const { starts, doctor, query, language } = props;
  return (
    <ul class="stack stack-s list-plain">
      {starts.map((start) => (
        <li key={start}>
          <ButtonLink
            kind="secondary"
            href={paths.slot(language, doctor.slug, start, query)}
          >
            {slotName(start, language, doctor.time_zone)}
          </ButtonLink>
        </li>
      ))}
    </ul>
  );
}
