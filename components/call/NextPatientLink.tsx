import { ButtonLink } from "@/components/ui/Button.tsx";
import { Icon } from "@/components/ui/Icon.tsx";
import { fullName } from "@/domain/names.ts";
import { paths } from "@/domain/paths.ts";
import type { DayAppointment } from "@/domain/records.ts";
import type { ConsultationTexts } from "@/i18n/fr/consultation.ts";
import { type Language, plural, t } from "@/i18n/mod.ts";

interface NextPatientProps {
  next: { first: DayAppointment; count: number };
  language: Language;
  texts: ConsultationTexts;
}

/** In the call: who waits next, in a corner; it leads to the day in another tab, since here it would end the call. */
export function NextPatientLabel({ next, language, texts }: NextPatientProps) {
  const { first, count } = next;
  const form = plural(language, count, {
    one: texts.nextWaits_one,
    other: texts.nextWaits_other,
  });
  return (
    <a
      class="stage-label"
      href={paths.workspace(language)}
      target="_blank"
      title={texts.newDocumentTab}
    >
      <Icon name="clock" />
      <span>{t(form, { name: fullName(first.patient), count })}</span>
    </a>
  );
}

/** After the call: on to the one who waits next. */
export function NextPatientButton({ next, language, texts }: NextPatientProps) {
  return (
    <ButtonLink href={paths.consultation(language, next.first.id)}>
      {t(texts.nextPatient, { name: fullName(next.first.patient) })}
    </ButtonLink>
  );
}
