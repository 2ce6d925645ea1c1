import { useEffect } from "preact/hooks";
import { AppointmentAnswer } from "@/browser/answers.ts";
import { ask } from "@/browser/api.ts";
import { ButtonLink } from "@/components/ui/Button.tsx";
import { can } from "@/domain/appointment.ts";
import { paths } from "@/domain/paths.ts";

/** Between two questions whether it is open, in milliseconds: the doctor may have moved the appointment. */
const LONGEST_PAUSE = 60_000;

interface OpensByItselfProps {
  id: string;
  /** How long until the room opens, in milliseconds. */
  after: number;
  href: string;
  /** `Ouvrir la salle d’attente`. */
  label: string;
}

/** A link into the waiting room that is followed by itself once the room is open. */
export function AutoOpenLink({ id, after, href, label }: OpensByItselfProps) {
  useEffect(() => {
    let timer = setTimeout(look, Math.min(after, LONGEST_PAUSE));
    async function look() {
      let pause = LONGEST_PAUSE;
      try {
        const record = await ask(paths.appointmentState(id), AppointmentAnswer);
        const { state, now, opens_at } = record;
        if (can.arrive(record, now) || state !== "booked") {
          return location.replace(href);
        }
        pause = Date.parse(opens_at) - Date.parse(now);
      } catch {
        // No network: asked again, and the link is there.
      }
      timer = setTimeout(look, Math.min(Math.max(pause, 1_000), LONGEST_PAUSE));
    }
    return () => clearTimeout(timer);
  }, []);
  return <ButtonLink href={href}>{label}</ButtonLink>;
}
