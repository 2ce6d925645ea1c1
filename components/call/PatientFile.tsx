import type { ComponentChildren } from "preact";
import { VisitReason } from "@/components/practice/VisitReason.tsx";
import { NewDocumentLink } from "@/components/documents/NewDocumentLink.tsx";
import { Button, ButtonLink } from "@/components/ui/Button.tsx";
import { Initials } from "@/components/ui/Initials.tsx";
import { ageOn, bornOn } from "@/domain/age.ts";
import { can, isOver } from "@/domain/appointment.ts";
import { localDate } from "@/domain/dates.ts";
import { groupedMatricule } from "@/domain/digit_groups.ts";
import { fullName } from "@/domain/names.ts";
import { paths } from "@/domain/paths.ts";
import type { AppointmentRecord } from "@/domain/records.ts";
import type { CallDocumentTexts } from "@/i18n/document_names.ts";
import { defaultZone, formatDate } from "@/i18n/format.ts";
import type { ConsultationTexts } from "@/i18n/fr/consultation.ts";
import { type Language, languageNames, plural, t } from "@/i18n/mod.ts";
import type { HistoryTexts } from "@/i18n/patient_history.ts";
import { CallDocuments } from "./CallDocuments.tsx";

interface PatientFileProps {
  record: AppointmentRecord;
  language: Language;
  texts: ConsultationTexts;
  documents: CallDocumentTexts;
  history: HistoryTexts;
  /** What leads to the invitation of a third person. */
  invite: string;
  /** The doctor has seen an identity document; absent where that is asked elsewhere on the page. */
  onConfirmIdentity?: () => void;
  /** `PatientHistory`. */
  children: ComponentChildren;
}

/** Who the patient is and why they come: what the doctor needs beside the picture. */
export function PatientFile(props: PatientFileProps) {
  const { record, language, texts, documents, onConfirmIdentity } = props;
  const { patient, doctor, now } = record;
  const name = `${patient.first_name} ${patient.last_name}`;
  const born = bornOn(patient.matricule);
  const age = ageOn(born, localDate(now, defaultZone));
  const checked = patient.identity_checked_at;
  return (
    <div class="file-sheet">
      <div class="file-head">
        <Initials name={name} />
        <div>
          <h2>
            <bdi>{name}</bdi>
          </h2>
          <p class="soft">
            {t(
              plural(language, age, {
                one: texts.age_one,
                other: texts.age_other,
              }),
              { count: age },
            )}, {languageNames[record.language]}
          </p>
        </div>
      </div>
      <VisitReason appointment={record} texts={texts} />
      <dl class="pairs">
        <dt>{texts.birth}</dt>
        <dd>{formatDate(`${born}T12:00:00Z`, language, "UTC")}</dd>
        <dt>{texts.matricule}</dt>
        <dd class="figures">{groupedMatricule(patient.matricule)}</dd>
        {patient.guardians.length > 0 && (
          <>
            <dt>{texts.guardians}</dt>
            <dd dir="auto">{patient.guardians.map(fullName).join(", ")}</dd>
          </>
        )}
        <dt>{texts.identity}</dt>
        <dd class={checked ? "file-checked" : "file-unchecked"}>
          {checked
            ? t(texts.identityChecked, {
              date: formatDate(checked, language, doctor.time_zone),
            })
            : texts.identityNotChecked}
        </dd>
      </dl>
      {!checked && onConfirmIdentity && (
        <div class="file-actions">
          <Button
            type="button"
            kind="secondary"
            icon="check"
            onClick={onConfirmIdentity}
          >
            {texts.identityConfirm}
          </Button>
        </div>
      )}
      <CallDocuments
        documents={record.documents}
        language={language}
        texts={documents}
      />
      {props.children}
      <div class="file-actions">
        {can.issueDocuments(record) && (
          <NewDocumentLink
            appointment={record.id}
            language={language}
            texts={texts}
          />
        )}
        <ButtonLink
          kind="secondary"
          icon="user"
          href={paths.patientFile(language, patient.id)}
          target="_blank"
          aria-describedby={`open-file-${record.id}`}
        >
          {props.history.openFile}
        </ButtonLink>
        {!isOver(record) && (
          <ButtonLink
            kind="secondary"
            icon="user-add"
            href={paths.guestInvitation(language, record.id)}
            target="_blank"
            aria-describedby={`open-file-${record.id}`}
          >
            {props.invite}
          </ButtonLink>
        )}
        <span
          id={`open-file-${record.id}`}
          class={can.issueDocuments(record) ? "visually-hidden" : "soft small"}
        >
          {texts.newDocumentTab}
        </span>
      </div>
    </div>
  );
}
