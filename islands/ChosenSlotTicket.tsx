import { useEffect, useRef } from "preact/hooks";
import { pickedSlot } from "@/browser/picked_slot.ts";
import {
  SlotTicket,
  type SlotTicketProps,
} from "@/components/booking/SlotTicket.tsx";

/** The ticket beside the open calendar: filled when a slot is pressed there, crossed out when somebody is quicker. */
export function ChosenSlotTicket(props: SlotTicketProps) {
  const ticket = useRef<HTMLDivElement>(null);
  const chosen = pickedSlot.value ?? props.chosen;
  const start = chosen?.start;
  const isFirst = start === props.chosen?.start;

  useEffect(() => {
    if (isFirst) return;
    ticket.current?.parentElement?.classList.add("ticket-sheet");
    // What was pressed leads here, as the link does without JavaScript.
    ticket.current?.focus();
  }, [start]);

  return (
    <div ref={ticket} tabIndex={-1} class="ticket-focus">
      <SlotTicket
        {...props}
        // All of it anew: a browser that translates has taken the texts out of the old one.
        key={JSON.stringify(chosen)}
        chosen={chosen}
        termsMissing={props.termsMissing && isFirst}
      />
    </div>
  );
}
