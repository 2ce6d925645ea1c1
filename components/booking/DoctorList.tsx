import type { DirectoryDoctor } from "@/domain/records.ts";
import { formatDayOfYear, formatStart } from "@/i18n/format.ts";
import type { Language } from "@/i18n/mod.ts";
import { DoctorCard, type DoctorCardProps } from "./DoctorCard.tsx";

type DoctorListProps =
  & { doctors: readonly DirectoryDoctor[] }
  & Pick<DoctorCardProps, "now" | "language" | "texts">;

/** Doctors, each with the next free slots as the shortest way to a booking. */
export function DoctorList({ doctors, ...rest }: DoctorListProps) {
  return (
    <ul class="grid list-plain">
      {doctors.map((doctor) => (
        <li key={doctor.id}>
          <DoctorCard
            {...rest}
            doctor={doctor}
            slots={doctor.next_slots}
          />
        </li>
      ))}
    </ul>
  );
}

/** `mardi 24 novembre, 17:10`: what a slot is called. */
export function slotName(start: string, language: Language, zone: string) {
  return `${formatDayOfYear(start, language, zone)}, ${
    formatStart(start, language, zone)
  }`;
}
