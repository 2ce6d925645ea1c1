import { groupedMatricule } from "@/domain/digit_groups.ts";
import { Initials } from "@/components/ui/Initials.tsx";
import { ageText } from "@/components/workspace/day.ts";
import type { PatientFile } from "@/domain/practice.ts";
import { formatDate } from "@/i18n/format.ts";
import type { PracticeTexts } from "@/i18n/fr/practice.ts";
import type { WorkspaceTexts } from "@/i18n/fr/workspace.ts";
import { type Language, t } from "@/i18n/mod.ts";

/** Who it is: name, age, date of birth, matricule, address, identity. */
export function FileHead(
  { file: { patient, now }, language, texts, workspace }: {
    file: PatientFile;
    language: Language;
    texts: PracticeTexts;
    workspace: WorkspaceTexts;
  },
) {
  const name = `${patient.first_name} ${patient.last_name}`;
  const checked = patient.identity_checked_at;
  return (
    <div class="stack">
      <div class="file-head">
        <Initials name={name} />
        <div>
          <h1>{name}</h1>
          <p class="soft">
            {ageText(patient.born_on, now, language, workspace)}
          </p>
        </div>
      </div>
      <dl class="pairs">
        <dt>{workspace.born}</dt>
        <dd>{formatDate(`${patient.born_on}T12:00:00Z`, language)}</dd>
        <dt>{workspace.matricule}</dt>
        <dd class="figures">{groupedMatricule(patient.matricule)}</dd>
        <dt>{texts.address}</dt>
        <dd>
          {patient.street}, {patient.postal_code} {patient.city}
        </dd>
        <dt>{workspace.identity}</dt>
        <dd>
          {checked
            ? t(workspace.identityChecked, {
              date: formatDate(checked, language),
            })
            : workspace.identityOpen}
        </dd>
      </dl>
    </div>
  );
}
