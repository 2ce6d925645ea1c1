import type { AppointmentStore } from "@/browser/appointment.ts";
import type { CallStore } from "@/browser/call.ts";
import { useGuestActs } from "@/browser/use_guest_acts.ts";
import { CallThird } from "@/components/call/CallThird.tsx";
import { ScriptButton } from "@/components/ui/ScriptButton.tsx";
import type { ThirdTexts } from "@/i18n/guests.ts";
import { t } from "@/i18n/mod.ts";

interface CallThirdPersonProps {
  call: CallStore;
  appointment: AppointmentStore;
  loudspeaker: string;
  third: ThirdTexts;
}

/** The guest in the call of patient and doctor, whom the doctor can send out. */
export function CallThirdPerson(props: CallThirdPersonProps) {
  const { call, appointment, loudspeaker, third: texts } = props;
  const { act } = useGuestActs(appointment.refresh);
  const media = call.third.value;
  const { guest } = appointment.record.value;
  if (media === null || guest === null) return null;
  return (
    <CallThird
      stream={media.stream}
      dark={media.muted.video}
      name={guest.name}
      loudspeaker={loudspeaker}
    >
      {appointment.side === "doctor" && (
        <ScriptButton
          class="link-button"
          aria-label={t(texts.remove, { name: guest.name })}
          onClick={() => void act(guest.id, "remove")}
        >
          {texts.removeShort}
        </ScriptButton>
      )}
    </CallThird>
  );
}
