import type { LineStep } from "@/components/ui/Line.tsx";
import {
  type AppointmentState,
  can,
  isOver,
  opensAt,
} from "@/domain/appointment.ts";
import { formatStart, formatTime } from "@/i18n/format.ts";
import type { TicketTexts } from "@/i18n/fr/ticket.ts";
import { type Language, t } from "@/i18n/mod.ts";

interface LineFacts {
  state: AppointmentState;
  starts_at: string;
  called_at?: string | null;
}

/** The five steps of an appointment, and the one where it stands. */
export function appointmentLine(
  appointment: LineFacts,
  now: string,
  zone: string,
  language: Language,
  texts: TicketTexts,
): { steps: LineStep[]; current: number } {
  const current = presentStep(appointment, now);
  const opens = formatTime(opensAt(appointment), language, zone);
  const steps = [
    { word: texts.lineBooked },
    { word: texts.lineEquipment, when: current === 1 ? texts.toDoNow : "" },
    {
      word: texts.lineRoom,
      when: current === 2 ? texts.openNow : t(texts.fromTime, { time: opens }),
    },
    {
      word: texts.lineCall,
      when: current === 3
        ? texts.now
        : formatStart(appointment.starts_at, language, zone),
    },
    { word: texts.lineDocuments, when: current < 4 ? texts.afterwards : "" },
  ];
  return { steps, current };
}

/** From 0. Whether the equipment was tried is not kept: it counts as tried once the waiting room is open. */
function presentStep(appointment: LineFacts, now: string): number {
  if (isOver(appointment)) return 4;
  switch (appointment.state) {
    case "calling":
    case "in_progress":
      return 3;
    default:
      return can.arrive(appointment, now) ? 2 : 1;
  }
}
