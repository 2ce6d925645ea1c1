import { DoctorCard } from "@/components/DoctorCard.tsx";
import { paths } from "@/domain/paths.ts";
import { type DirectoryDoctor, doctorName } from "@/domain/records.ts";
import { formatDayOfYear, formatTime } from "@/i18n/format.ts";
import type { BookingTexts } from "@/i18n/fr/booking.ts";
import { type Language, languageNames } from "@/i18n/mod.ts";

interface DoctorListProps {
  doctors: readonly DirectoryDoctor[];
  language: Language;
  texts: BookingTexts;
}

/** Doctors, each with the next free slot as the shortest way to a booking. */
export function DoctorList({ doctors, language, texts }: DoctorListProps) {
  return (
    <ul class="grid list-plain">
      {doctors.map((doctor) => (
        <li key={doctor.id}>
          <DoctorCard
            name={doctorName(doctor)}
            specialty={doctor.specialty[language]}
            languages={{
              label: texts.consultsIn,
              text: doctor.languages.map((spoken) => languageNames[spoken])
                .join(", "),
            }}
            place={doctor.city}
            freeNow={doctor.free_now ? texts.freeNow : undefined}
            next={nextSlot(doctor, language, texts)}
            none={texts.noFreeSlot}
            calendar={{
              label: texts.seeCalendar,
              href: paths.doctor(language, doctor.slug),
            }}
          />
        </li>
      ))}
    </ul>
  );
}

function nextSlot(
  { slug, next_free_at, time_zone }: DirectoryDoctor,
  language: Language,
  texts: BookingTexts,
) {
  if (next_free_at === null) return undefined;
  return {
    label: texts.nextFree,
    text: slotName(next_free_at, language, time_zone),
    href: paths.booking(language, slug, next_free_at),
  };
}

/** `mardi 24 novembre, 17:10`: what a slot is called. */
export function slotName(start: string, language: Language, zone: string) {
  return `${formatDayOfYear(start, language, zone)}, ${
    formatTime(start, language, zone)
  }`;
}
