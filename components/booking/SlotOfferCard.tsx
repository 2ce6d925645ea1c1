import { Button } from "@/components/ui/Button.tsx";
import { Spoken } from "@/components/ui/Spoken.tsx";
import { Ticket } from "@/components/ui/Ticket.tsx";
import { paths } from "@/domain/paths.ts";
import {
  type AppointmentRecord,
  dependantName,
  type SlotOffer,
} from "@/domain/records.ts";
import { formatTime } from "@/i18n/format.ts";
import { type Language, t } from "@/i18n/mod.ts";
import type { Catalogue } from "@/i18n/texts.ts";

interface SlotOfferCardProps {
  appointment: AppointmentRecord;
  offer: SlotOffer;
  language: Language;
  texts: Pick<Catalogue, "moving" | "ticket">;
}

/** An earlier slot that is held: until when, and the two answers. */
export function SlotOfferCard(props: SlotOfferCardProps) {
  const { appointment, offer, language, texts: { moving, ticket } } = props;
  const { id, doctor, now, starts_at } = appointment;
  const zone = doctor.time_zone;
  const until = formatTime(offer.held_until, language, zone);
  return (
    <Ticket
      look="draft"
      state={{ icon: "clock", text: t(moving.offerUntil, { time: until }) }}
      startsAt={offer.starts_at}
      endsAt={offer.ends_at}
      now={now}
      doctor={doctor}
      patient={dependantName(appointment)}
      spoken={appointment.language}
      language={language}
      texts={ticket}
    >
      <form
        method="post"
        class="ticket-actions"
        action={paths.move(language, id)}
      >
        <input type="hidden" name="start" value={offer.starts_at} />
        <p>
          <Spoken
            form="time"
            at={starts_at}
            {...{ now, zone, language }}
            says={moving.insteadOf}
          />
        </p>
        <Button>{moving.offerTake}</Button>
      </form>
      <form method="post" class="ticket-actions">
        <Button kind="secondary" name="act" value="decline">
          {moving.offerDecline}
        </Button>
      </form>
    </Ticket>
  );
}
