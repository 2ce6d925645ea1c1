import { useState } from "preact/hooks";
import { PatientFileAnswer } from "@/browser/answers.ts";
import { ask } from "@/browser/api.ts";
import { StateBadge } from "@/components/ui/Badge.tsx";
import { ScriptButton } from "@/components/ui/ScriptButton.tsx";
import { paths } from "@/domain/paths.ts";
import { earlierAppointments, type PatientFile } from "@/domain/practice.ts";
import type { AppointmentRecord } from "@/domain/records.ts";
import { formatDay, formatStart } from "@/i18n/format.ts";
import type { ConsultationTexts } from "@/i18n/fr/consultation.ts";
import { type Language, t } from "@/i18n/mod.ts";
import type { HistoryTexts } from "@/i18n/patient_history.ts";
import { PatientNotes } from "../PatientNotes.tsx";

interface PatientHistoryProps {
  /** The appointment beside which it stands. */
  record: Pick<AppointmentRecord, "id" | "starts_at" | "patient" | "doctor">;
  language: Language;
  texts: HistoryTexts;
  consultation: Pick<ConsultationTexts, "visitReason">;
}

/** So many of the earlier appointments stand beside a call; the file has all. */
const SHOWN = 5;

/**
 * Earlier appointments with this doctor, and the doctor's notes. They are read when they are unfolded, and not before:
 * each reading of a file is in the audit log.
 */
export function PatientHistory(props: PatientHistoryProps) {
  const { record, texts } = props;
  const [file, setFile] = useState<PatientFile | "loading" | "failed" | null>(
    null,
  );
  const load = async () => {
    setFile("loading");
    const path = paths.patientFileData(record.patient.id);
    setFile(await ask(path, PatientFileAnswer).catch(() => "failed" as const));
  };
  return (
    <details
      class="file-part"
      onToggle={(event) => {
        if (event.currentTarget.open && file === null) void load();
      }}
    >
      <summary>{texts.title}</summary>
      <div class="stack">
        <p class="soft" role="status">
          {file === "loading" && texts.loading}
          {file === "failed" && texts.failed}
        </p>
        {file === "failed" && (
          <ScriptButton
            class="link-button"
            onClick={() => void load()}
          >
            {texts.tryAgain}
          </ScriptButton>
        )}
        {file !== null && typeof file !== "string" && (
          <Loaded {...props} file={file} />
        )}
      </div>
    </details>
  );
}

function Loaded(
  { file, record, language, texts, consultation }: PatientHistoryProps & {
    file: PatientFile;
  },
) {
  const zone = file.doctor.time_zone;
  const earlier = earlierAppointments(file, record);
  return (
    <>
      <section class="file-part">
        <h3>{texts.appointments}</h3>
        {earlier.length === 0
          ? <p class="soft">{texts.none}</p>
          : (
            <ol class="rows list-plain">
              {earlier.slice(0, SHOWN).map((one) => (
                <li key={one.id}>
                  <div>
                    <p>
                      {formatDay(one.starts_at, language, zone)},{" "}
                      {formatStart(one.starts_at, language, zone)}
                    </p>
                    {one.visit_reason && (
                      <p dir="auto">
                        {t(consultation.visitReason, {
                          reason: one.visit_reason,
                        })}
                      </p>
                    )}
                    {one.symptoms && (
                      <p class="soft keep-lines" dir="auto">{one.symptoms}</p>
                    )}
                    {one.state === "completed" && (
                      <p>
                        <a
                          href={paths.appointment(language, one.id)}
                          target="_blank"
                        >
                          {texts.said}
                        </a>
                      </p>
                    )}
                  </div>
                  <StateBadge state={one.state} texts={texts.states} />
                </li>
              ))}
            </ol>
          )}
        {earlier.length > SHOWN && <p class="soft small">{texts.more}</p>}
      </section>
      <PatientNotes
        patient={file.patient.id}
        body={file.notes[0]?.body ?? ""}
        zone={zone}
        language={language}
        texts={texts.notes}
      />
      <p class="soft small">{texts.auditNote}</p>
    </>
  );
}
