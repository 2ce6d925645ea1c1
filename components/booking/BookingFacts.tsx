import { DescriptionList } from "@/components/DescriptionList.tsx";
import { type DoctorCard, doctorName } from "@/domain/records.ts";
import { formatDay, formatTime, formatTimeWithZone } from "@/i18n/format.ts";
import type { BookingTexts } from "@/i18n/fr/booking.ts";
import { type Language, languageNames, t } from "@/i18n/mod.ts";

interface BookingFactsProps {
  doctor: DoctorCard;
  /** ISO instants. */
  startsAt: string;
  endsAt: string;
  /** In which language the consultation is announced. */
  spoken: Language;
  language: Language;
  texts: BookingTexts;
}

/** What, with whom, when: the same facts as in the confirmation by e-mail. */
export function BookingFacts(props: BookingFactsProps) {
  const { doctor, startsAt, endsAt, spoken, language, texts } = props;
  const zone = doctor.time_zone;
  const minutes = Math.round(
    (Date.parse(endsAt) - Date.parse(startsAt)) / 60_000,
  );
  return (
    <DescriptionList
      items={[
        {
          term: texts.what,
          description: t(texts.teleconsultation, { minutes }),
        },
        {
          term: texts.withWhom,
          description: `${doctorName(doctor)}, ${doctor.specialty[language]}`,
        },
        { term: texts.date, description: formatDay(startsAt, language, zone) },
        {
          term: texts.begins,
          description: formatTimeWithZone(startsAt, language, zone),
        },
        { term: texts.ends, description: formatTime(endsAt, language, zone) },
        { term: texts.language, description: languageNames[spoken] },
      ]}
    />
  );
}
