import { ButtonLink } from "@/components/ui/Button.tsx";
import { paths } from "@/domain/paths.ts";
import type { AgendaSettings } from "@/domain/practice.ts";
import type { PracticeTexts } from "@/i18n/fr/practice.ts";
import { type Language, t } from "@/i18n/mod.ts";
import { periodText } from "./ExceptionForms.tsx";

/** What is booked outside of the hours: it stands, until the doctor cancels it. */
export function OutsideList(
  { agenda, language, texts }: {
    agenda: AgendaSettings;
    language: Language;
    texts: PracticeTexts;
  },
) {
  return (
    <section class="stack" aria-labelledby="outside">
      <h2 id="outside">{texts.outsideTitle}</h2>
      <p class="soft">{texts.outsideText}</p>
      <ul class="rows list-plain">
        {agenda.outside.map((one) => {
          const name = `${one.patient.first_name} ${one.patient.last_name}`;
          return (
            <li key={one.id}>
              <div>
                <strong>{name}</strong>
                <p class="soft">
                  {periodText(one, agenda.doctor.time_zone, language)}
                </p>
              </div>
              <ButtonLink
                kind="quiet"
                icon="cross"
                iconOnly
                href={paths.cancellation(language, one.id)}
              >
                {t(texts.cancelThis, { name })}
              </ButtonLink>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
