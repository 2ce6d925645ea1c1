import { useEffect, useState } from "preact/hooks";
import { AppointmentAnswer } from "@/browser/answers.ts";
import { ask } from "@/browser/api.ts";
import { ButtonLink } from "@/components/ui/Button.tsx";
import { can } from "@/domain/appointment.ts";
import { paths } from "@/domain/paths.ts";

/** Between two questions whether it is open, in milliseconds: the doctor may have moved the appointment. */
const LONGEST_PAUSE = 60_000;

/** The same while there is no network. */
const RETRY_MS = 5_000;

interface OpensByItselfProps {
  id: string;
  /** How long until the room opens, in milliseconds. */
  after: number;
  href: string;
  /** `Ouvrir la salle d’attente`. */
  label: string;
}

/**
 * Leads into the waiting room by itself once the room is open. Before that there is nothing to press; a link stands
 * here when the time has come and the network has not.
 */
export function AutoOpenLink({ id, after, href, label }: OpensByItselfProps) {
  const [due, setDue] = useState(false);
  useEffect(() => {
    const opens = performance.now() + after;
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
        setDue(false);
      } catch {
        // No network: asked again.
        setDue(performance.now() >= opens);
        pause = RETRY_MS;
      }
      timer = setTimeout(look, Math.min(Math.max(pause, 1_000), LONGEST_PAUSE));
    }
    return () => clearTimeout(timer);
  }, []);
  return due ? <ButtonLink href={href}>{label}</ButtonLink> : null;
}
