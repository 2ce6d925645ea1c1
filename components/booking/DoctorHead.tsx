import { Badge } from "@/components/ui/Badge.tsx";
import { Icon } from "@/components/ui/Icon.tsx";
import { Portrait } from "@/components/ui/Portrait.tsx";
import { type DoctorCard, doctorName } from "@/domain/records.ts";
import type { BookingTexts } from "@/i18n/fr/booking.ts";
import { type Language, languageNames } from "@/i18n/mod.ts";
import { formatDuration } from "@/i18n/spoken.ts";

interface DoctorHeadProps {
  doctor: DoctorCard;
  language: Language;
  texts: BookingTexts;
}

/** Who one books with: the head of a doctor's public page. */
export function DoctorHead({ doctor, language, texts }: DoctorHeadProps) {
  return (
    <header class="doctor-head">
      <Portrait person={doctor} size="l" />
      <div>
        <h1>
          <bdi>{doctorName(doctor, language)}</bdi>
        </h1>
        <p class="lead">{doctor.specialty[language]}</p>
        {doctor.free_now && (
          <Badge kind="call" icon="success">{texts.freeNow}</Badge>
        )}
      </div>
      <ul class="doctor-head-facts">
        <li>
          <Icon name="chat" />
          <span>
            <span class="visually-hidden">{texts.consultsIn}</span>
            {doctor.languages.map((spoken) => languageNames[spoken]).join(", ")}
          </span>
        </li>
        <li>
          <Icon name="place" />
          {doctor.city}
        </li>
        <li>
          <Icon name="clock" />
          {formatDuration(doctor.slot_minutes * 60_000, language)}
        </li>
      </ul>
    </header>
  );
}
