import type { AppointmentStore } from "@/browser/appointment.ts";
import { CallInOtherWindow } from "@/components/waiting-room/CallInOtherWindow.tsx";
import { awaitsPatient } from "@/domain/appointment.ts";
import type { ConnectionTexts } from "@/i18n/fr/connection.ts";
import type { ConsultationTexts } from "@/i18n/fr/consultation.ts";
import { t } from "@/i18n/mod.ts";
import { ComeIntoCall } from "./ComeIntoCall.tsx";

interface CallNotHereProps {
  appointment: AppointmentStore;
  /** The doctor's name. */
  name: string;
  /** Comes back into the call that went on without the patient. */
  onComeBack: () => void;
  /** Takes the call that they are in already. */
  onContinue: () => void;
  texts: ConsultationTexts;
  connection: ConnectionTexts;
}

/** The patient's call runs, and not in this window: in another one, or nobody has pressed for it yet. */
export function CallNotHere(props: CallNotHereProps) {
  const { appointment, name, texts, connection } = props;
  const awaited = awaitsPatient(appointment.record.value);
  if (appointment.callElsewhere.value && !awaited) {
    return <CallInOtherWindow texts={texts} onContinue={props.onContinue} />;
  }
  return (
    <ComeIntoCall
      title={awaited
        ? t(connection.videoAgain, { doctor: name })
        : t(texts.consultationWith, { name })}
      rings={awaited}
      onComeIn={awaited ? props.onComeBack : props.onContinue}
      texts={texts}
    />
  );
}
