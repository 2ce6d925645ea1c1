import { LineBars } from "@/components/ui/Line.tsx";
import { TicketMini } from "@/components/ui/TicketMini.tsx";
import { fullName } from "@/domain/names.ts";
import type { AppointmentRecord } from "@/domain/records.ts";
import type { TicketTexts } from "@/i18n/fr/ticket.ts";
import { type Language, t } from "@/i18n/mod.ts";

interface RoomTicketProps {
  record: AppointmentRecord;
  language: Language;
  texts: TicketTexts;
}

/** The ticket of the waiting room: with whom, when, and which of the five steps it is. */
export function RoomTicket(props: RoomTicketProps) {
  const { record, language, texts } = props;
  const { state } = record;
  const current = state === "calling" || state === "in_progress"
    ? 3
    : state === "waiting"
    ? 2
    : 1;
  const words = [
    texts.lineBooked,
    texts.lineEquipment,
    texts.lineRoom,
    texts.lineCall,
    texts.lineDocuments,
  ];
  return (
    <TicketMini
      doctor={record.doctor}
      startsAt={record.starts_at}
      now={record.now}
      language={language}
      forWhom={record.patient.own
        ? undefined
        : t(texts.forDependant, { name: fullName(record.patient) })}
    >
      <LineBars
        steps={words.map((word) => ({ word }))}
        current={current}
        texts={texts}
      />
    </TicketMini>
  );
}
