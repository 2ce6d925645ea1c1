import { Button, ButtonLink } from "@/components/Button.tsx";
import { can } from "@/domain/appointment.ts";
import { paths } from "@/domain/paths.ts";
import type { DayAppointment } from "@/domain/records.ts";
import type { WorkspaceTexts } from "@/i18n/fr/workspace.ts";
import type { Language } from "@/i18n/mod.ts";
import { patientName } from "./day.ts";

interface AppointmentActionsProps {
  appointment: DayAppointment;
  /** ISO instant. */
  now: string;
  /** The doctor talks to somebody else. */
  busy: boolean;
  language: Language;
  texts: WorkspaceTexts;
  onCall: () => void;
  onNoShow: () => void;
}

/** What the state of an appointment allows the doctor to do. */
export function AppointmentActions(props: AppointmentActionsProps) {
  const { appointment, now, busy, language, texts } = props;
  const name = patientName(appointment);
  return (
    <>
      {can.call(appointment, now) && (
        <Button
          type="button"
          kind="call"
          icon="phone"
          disabled={busy}
          aria-label={`${texts.call}, ${name}`}
          onClick={props.onCall}
        >
          {texts.call}
        </Button>
      )}
      {(can.join(appointment) || can.withdrawCall(appointment)) && (
        <ButtonLink
          kind="secondary"
          href={paths.consultation(language, appointment.id)}
        >
          {texts.toCall}
        </ButtonLink>
      )}
      {can.markNoShow(appointment, now) && (
        <Button
          type="button"
          kind="quiet"
          aria-label={`${texts.noShow}, ${name}`}
          onClick={props.onNoShow}
        >
          {texts.noShow}
        </Button>
      )}
      {can.cancel(appointment, now, "doctor") && (
        <ButtonLink
          kind="quiet"
          href={paths.cancellation(language, appointment.id)}
          aria-label={`${texts.cancel}, ${name}`}
        >
          {texts.cancel}
        </ButtonLink>
      )}
    </>
  );
}
