import { fullName } from "@/domain/names.ts";
import { doctorName } from "@/domain/records.ts";
import { kindName } from "@/i18n/document_names.ts";
import type { FrameTexts } from "@/i18n/fr/frame.ts";
import { type Language, t } from "@/i18n/mod.ts";
import type { Catalogue } from "@/i18n/texts.ts";
import type { ArchivedFiles } from "./archive.ts";
import { dayAndHour, FileLink, Listed } from "./parts.tsx";
import type { ExportPatient } from "./record.ts";
import { ThreadSection } from "./ThreadSection.tsx";

const stateText = {
  booked: "stateBooked",
  waiting: "stateWaiting",
  calling: "stateCalling",
  in_progress: "stateInProgress",
  completed: "stateCompleted",
  cancelled: "stateCancelled",
  no_show: "stateNoShow",
} as const satisfies Record<string, keyof FrameTexts>;

/** One patient of an archive: who they are, their appointments, documents, messages, and who read the record. */
export function PatientSection(
  { patient, archived, language, texts }: {
    patient: ExportPatient;
    archived: ArchivedFiles;
    language: Language;
    texts: Catalogue;
  },
) {
  const { account, accountData: words, documents, frame } = texts;
  const { street, postal_code, city } = patient.address;
  const nothing = words.archiveNothing;
  const who: Readonly<Record<string, string>> = {
    you: words.archiveYou,
    guardian: words.archiveGuardian,
    admin: words.archiveAdmin,
    system: words.archiveSystem,
  };
  return (
    <>
      <h2>{fullName(patient)}</h2>
      <dl>
        <dt>{account.matricule}</dt>
        <dd>{patient.matricule}</dd>
        <dt>{account.addressTitle}</dt>
        <dd>{street}, {postal_code} {city}</dd>
      </dl>
      <Listed title={words.archiveAppointments} nothing={nothing}>
        {patient.appointments.map((one) => (
          <li key={one.id}>
            {dayAndHour(one.starts_at, language)},{" "}
            {doctorName(one.doctor, language)}, {frame[stateText[one.state]]}
            {one.reason && <>. {one.reason}</>}
            {one.symptoms && <blockquote>{one.symptoms}</blockquote>}
          </li>
        ))}
      </Listed>
      <Listed title={documents.doctorTitle} nothing={nothing}>
        {patient.documents.map(({ id, kind, number, state, issued_at }) => (
          <li key={id}>
            {dayAndHour(issued_at, language)}, {kindName(kind, documents)}{" "}
            {number}
            {state === "voided" && <>({documents.stateVoided})</>},{" "}
            <Files id={id} archived={archived} words={words} />
          </li>
        ))}
      </Listed>
      {patient.threads.map(({ doctor, messages }, index) => (
        <ThreadSection
          key={index}
          title={t(words.archiveMessages, {
            doctor: doctorName(doctor, language),
          })}
          doctor={doctorName(doctor, language)}
          messages={messages}
          archived={archived}
          language={language}
          words={words}
        />
      ))}
      <Listed title={words.archiveLog} nothing={nothing}>
        {patient.audit_log.map((entry, index) => (
          <li key={index}>
            {dayAndHour(entry.at, language)}, {who[entry.who] ?? entry.who},
            {" "}
            {isReading(entry.action) ? words.archiveRead : words.archiveChanged}
          </li>
        ))}
      </Listed>
    </>
  );
}

/** Whether an entry of the audit log is a reading; everything else is a change. */
function isReading(action: string): boolean {
  return /_(read|opened|exported)$/.test(action);
}

/** Links to the files of a document, or the word that they are missing. */
function Files(
  { id, archived: { files, missing }, words }: {
    id: string;
    archived: ArchivedFiles;
    words: Catalogue["accountData"];
  },
) {
  return (
    <>
      {files.filter((file) => file.id === id).map(({ path }) => (
        <span key={path}>
          <FileLink path={path} />
          {" "}
        </span>
      ))}
      {missing.some((file) => file.id === id) && (
        <strong>{words.archiveIsMissing}</strong>
      )}
    </>
  );
}
