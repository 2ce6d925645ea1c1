import {
  ConsultationMessages,
  type ConsultationMessagesProps,
} from "@/components/messages/ConsultationMessages.tsx";
import { StateBadge, stateLook } from "@/components/ui/Badge.tsx";
import { ButtonLink } from "@/components/ui/Button.tsx";
import { followedEntry, followedPart } from "@/components/ui/followed.ts";
import { can } from "@/domain/appointment.ts";
import { fullName } from "@/domain/names.ts";
import { paths } from "@/domain/paths.ts";
import { formatDay, formatStart } from "@/i18n/format.ts";
import { t } from "@/i18n/mod.ts";
import type { Catalogue } from "@/i18n/texts.ts";
import { VisitReason } from "./VisitReason.tsx";

interface DoctorAppointmentProps extends Omit<ConsultationMessagesProps, "me"> {
  texts: Catalogue;
}

/** One appointment as its doctor reads it afterwards: why the patient came, and what was written. */
export function DoctorAppointment(props: DoctorAppointmentProps) {
  const { appointment, language, texts } = props;
  const { id, starts_at, state, patient, doctor } = appointment;
  const zone = doctor.time_zone;
  const name = fullName(patient);
  const when = `${formatDay(starts_at, language, zone)}, ${
    formatStart(starts_at, language, zone)
  }`;
  return (
    <div class="column stack stack-l">
      <div class="stack stack-s" {...followedPart("appointment")}>
        <h1>{t(texts.messages.appointmentOf, { name })}</h1>
        <p
          class="row"
          {...followedEntry(
            id,
            name,
            when,
            stateLook(state, texts.frame).text,
          )}
        >
          <span class="capital">{when}</span>
          <StateBadge state={state} texts={texts.frame} />
        </p>
      </div>
      <VisitReason
        appointment={appointment}
        texts={texts.workspace}
        level={2}
      />
      <ConsultationMessages {...props} me="doctor" />
      <div class="row no-print" {...followedPart("actions")}>
        <ButtonLink
          kind="secondary"
          icon="user"
          href={paths.patientFile(language, patient.id)}
        >
          {texts.workspace.openFile}
        </ButtonLink>
        {can.issueDocuments(appointment) && (
          <ButtonLink
            kind="secondary"
            icon="document"
            href={paths.appointmentDocuments(language, id)}
          >
            {texts.documents.ofAppointment}
          </ButtonLink>
        )}
      </div>
    </div>
  );
}
