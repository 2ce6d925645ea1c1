import type { AppointmentStore } from "@/browser/appointment.ts";
import { useGuestActs } from "@/browser/use_guest_acts.ts";
import { GuestActions } from "@/components/call/GuestActions.tsx";
import { guestStateText } from "@/components/call/guest_words.ts";
import { Notice } from "@/components/ui/Notice.tsx";
import { type ErrorKey, refusalText } from "@/domain/errors.ts";
import type { ConsultationTexts } from "@/i18n/fr/consultation.ts";
import type { ThirdTexts } from "@/i18n/guests.ts";

interface CallGuestProps {
  appointment: AppointmentStore;
  third: ThirdTexts;
  errors: Readonly<Record<ErrorKey, string>>;
  texts: ConsultationTexts;
}

/** Who else is invited to the call, as long as they are not in it; the doctor lets them in. */
export function CallGuest(props: CallGuestProps) {
  const { appointment, third, errors, texts } = props;
  const { refusal, act } = useGuestActs(appointment.refresh);
  const { guest } = appointment.record.value;
  const asks = guest?.state === "waiting" && appointment.side === "doctor";
  if (guest === null || (guest.state !== "waiting" && refusal === null)) {
    return null;
  }
  return (
    <>
      {refusal !== null && (
        <Notice kind="error">
          {refusalText(refusal, errors, texts.stepFailed)}
        </Notice>
      )}
      {guest.state === "waiting" && (
        <Notice kind={asks ? "warning" : "info"}>
          <p>{guestStateText(guest, third)}</p>
          {asks && (
            <GuestActions
              guest={guest}
              onAct={(what) => void act(guest.id, what)}
              texts={third}
            />
          )}
        </Notice>
      )}
    </>
  );
}
