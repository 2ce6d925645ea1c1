import { useEffect, useState } from "preact/hooks";
import type { AppointmentStore } from "@/browser/appointment.ts";
import type { CallStore } from "@/browser/call.ts";
import { useGuestActs } from "@/browser/use_guest_acts.ts";
import { GuestActions } from "@/components/call/GuestActions.tsx";
import { guestStateText } from "@/components/call/guest_words.ts";
import { Notice } from "@/components/ui/Notice.tsx";
import { ScriptButton } from "@/components/ui/ScriptButton.tsx";
import { type ErrorKey, refusalText } from "@/domain/errors.ts";
import type { GuestRecord } from "@/domain/guests.ts";
import type { ConsultationTexts } from "@/i18n/fr/consultation.ts";
import type { ThirdTexts } from "@/i18n/guests.ts";
import { t } from "@/i18n/mod.ts";

interface CallGuestProps {
  appointment: AppointmentStore;
  call: CallStore;
  third: ThirdTexts;
  errors: Readonly<Record<ErrorKey, string>>;
  texts: ConsultationTexts;
}

/** An admitted guest who is not in the call after so long may have closed their page, in milliseconds. */
const LATE_MS = 20_000;

/** Who else is invited to the call, as long as they are not in it; the doctor lets them in. */
export function CallGuest(props: CallGuestProps) {
  const { appointment, call, third, errors, texts } = props;
  const { refusal, act } = useGuestActs(appointment.refresh);
  const { guest } = appointment.record.value;
  const isDoctor = appointment.side === "doctor";
  if (guest === null) return null;
  const asks = guest.state === "waiting" && isDoctor;
  const comes = guest.state === "admitted" && call.third.value === null;
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
      {comes && (
        <Coming
          guest={guest}
          onRemove={isDoctor ? () => void act(guest.id, "remove") : undefined}
          texts={third}
        />
      )}
    </>
  );
}

/** Somebody was let in and is on the way; after a while, that they may not come. */
function Coming({ guest, onRemove, texts }: {
  guest: GuestRecord;
  onRemove?: () => void;
  texts: ThirdTexts;
}) {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), LATE_MS);
    return () => clearTimeout(timer);
  }, []);
  const { name } = guest;
  return (
    <Notice>
      <p>{t(late ? texts.comingLate : texts.coming, { name })}</p>
      {late && onRemove && (
        <ScriptButton class="link-button" onClick={onRemove}>
          {t(texts.remove, { name })}
        </ScriptButton>
      )}
    </Notice>
  );
}
