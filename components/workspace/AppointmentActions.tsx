import { Button, ButtonLink } from "@/components/Button.tsx";
import { can, rings } from "@/domain/appointment.ts";
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
  /** Where one writes to the patient. */
  writeHref: string;
  language: Language;
  texts: WorkspaceTexts;
  onCall: () => void;
  onNoShow: () => void;
}

/** What the state of an appointment allows the doctor to do. */
export function AppointmentActions(props: AppointmentActionsProps) {
  const { appointment, now, busy, language, texts } = props;
  const name = patientName(appointment);
  const waits = can.call(appointment, now) || can.withdrawCall(appointment);
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
      {(can.join(appointment) || rings(appointment, now)) && (
        <ButtonLink
          kind="secondary"
          href={paths.consultation(language, appointment.id)}
        >
          {texts.toCall}
        </ButtonLink>
      )}
      {appointment.thread_id && (waits || appointment.unread > 0) && (
        <ButtonLink
          kind="quiet"
          href={props.writeHref}
          aria-label={`${texts.message}, ${name}`}
        >
          {texts.message}
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
