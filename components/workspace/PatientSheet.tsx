import { groupedMatricule } from "@/domain/digit_groups.ts";
import type { ComponentChildren } from "preact";
import { Button } from "@/components/ui/Button.tsx";
import { VisitReason } from "@/components/practice/VisitReason.tsx";
import { Initials } from "@/components/ui/Initials.tsx";
import { fullName } from "@/domain/names.ts";
import { paths } from "@/domain/paths.ts";
import type { DayAppointment } from "@/domain/records.ts";
import { formatDate } from "@/i18n/format.ts";
import type { WorkspaceTexts } from "@/i18n/fr/workspace.ts";
import { type Language, languageNames, t } from "@/i18n/mod.ts";
import { ageText, patientName } from "./day.ts";

interface PatientSheetProps {
  appointment: DayAppointment;
  /** ISO instant. */
  now: string;
  language: Language;
  texts: WorkspaceTexts;
  /** Buttons at the end: file, cancel. */
  actions: ComponentChildren;
  onConfirmIdentity: () => void;
}

/** What helps to prepare: who it is, why they come, and whether their identity was checked. */
export function PatientSheet(props: PatientSheetProps) {
  const { appointment, now, language, texts } = props;
  const { patient } = appointment;
  const name = patientName(appointment);
  const checked = patient.identity_checked_at;
  return (
    <div class="file-sheet">
      <div class="file-head">
        <Initials name={name} />
        <div>
          <p class="file-name">{name}</p>
          <p class="soft">
            {ageText(patient.born_on, now, language, texts)}, {t(
              texts.speaksLanguage,
              { language: languageNames[appointment.language] },
            )}
          </p>
        </div>
      </div>
      <VisitReason appointment={appointment} texts={texts} />
      <dl class="pairs">
        <dt>{texts.born}</dt>
        <dd>{formatDate(`${patient.born_on}T12:00:00Z`, language)}</dd>
        <dt>{texts.matricule}</dt>
        <dd class="figures">{groupedMatricule(patient.matricule)}</dd>
        {patient.guardians.length > 0 && (
          <>
            <dt>{texts.guardians}</dt>
            <dd dir="auto">{patient.guardians.map(fullName).join(", ")}</dd>
          </>
        )}
        <dt>{texts.identity}</dt>
        <dd>
          {checked
            ? t(texts.identityChecked, { date: formatDate(checked, language) })
            : texts.identityOpen}
        </dd>
      </dl>
      {!checked && appointment.state !== "cancelled" &&
        appointment.state !== "no_show" && (
        <form
          method="post"
          action={paths.identity(language, appointment.id)}
          onSubmit={(event) => {
            event.preventDefault();
            props.onConfirmIdentity();
          }}
        >
          <input type="hidden" name="from" value="workspace" />
          <Button kind="secondary" icon="check">{texts.identityConfirm}</Button>
        </form>
      )}
      <div class="file-actions">{props.actions}</div>
    </div>
  );
}
