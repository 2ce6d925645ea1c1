import { GuestActions } from "@/components/call/GuestActions.tsx";
import { guestStateText } from "@/components/call/guest_words.ts";
import { Notice } from "@/components/ui/Notice.tsx";
import { isOver } from "@/domain/appointment.ts";
import type { GuestAct } from "@/domain/guests.ts";
import type { DayAppointment } from "@/domain/records.ts";
import type { ThirdTexts } from "@/i18n/guests.ts";
import { patientName } from "./day.ts";

interface WaitingGuestsProps {
  appointments: readonly DayAppointment[];
  onAct: (guestId: string, act: GuestAct) => void;
  texts: ThirdTexts;
}

/** Third persons who ask to come in, each with the patient whose consultation it is. */
export function WaitingGuests(props: WaitingGuestsProps) {
  const { appointments, onAct, texts } = props;
  return (
    <>
      {appointments.map((one) => {
        const { guest } = one;
        return guest?.state === "waiting" && !isOver(one) && (
          <Notice key={guest.id} title={patientName(one)}>
            <p>{guestStateText(guest, texts)}</p>
            <GuestActions
              guest={guest}
              onAct={(act) =>
                onAct(guest.id, act)}
              texts={texts}
            />
          </Notice>
        );
      })}
    </>
  );
}
