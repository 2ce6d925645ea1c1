import type { ComponentChildren } from "preact";
import { HelpCard } from "@/components/ui/HelpCard.tsx";
import type { GuestVisit } from "@/domain/guests.ts";
import { doctorName } from "@/domain/records.ts";
import type { ConsultationTexts } from "@/i18n/fr/consultation.ts";
import type { GuestTexts } from "@/i18n/fr/guest.ts";
import { type Language, t } from "@/i18n/mod.ts";

/** Whether nothing more will happen for a guest: they are refused, sent out or not invited any more, or it is over. */
export function isVisitOver({ state, over }: GuestVisit): boolean {
  return over || state === "refused" || state === "removed" ||
    state === "withdrawn";
}

interface GuestEndProps {
  visit: GuestVisit;
  /** The doctor has opened the consultation again: how to come back. */
  reopened?: ComponentChildren;
  helpdesk: { phone: string; hours: string };
  language: Language;
  guest: GuestTexts;
  texts: ConsultationTexts;
}

/** What a guest is told at the end, kindly: they did nothing wrong. */
export function GuestEnd(props: GuestEndProps) {
  const {
    visit: { state, cancelled, doctor },
    language,
    guest,
    helpdesk,
    texts,
  } = props;
  const reopenedTitle = t(texts.reopenedTitle, {
    doctor: doctorName(doctor, language),
  });
  const words = props.reopened
    ? [reopenedTitle]
    : state === "refused"
    ? [guest.refusedTitle, guest.refusedText]
    : state === "removed"
    ? [guest.removedTitle, guest.removedText]
    : state === "withdrawn"
    ? [guest.staleTitle, guest.staleText]
    : cancelled
    ? [guest.cancelledTitle, guest.cancelledText]
    : [guest.overTitle, guest.overText];
  const [title = "", text = ""] = words;
  return (
    <div class="page-main column" role="status">
      <h1>{title}</h1>
      {text && (
        <p class="lead">{t(text, { doctor: doctorName(doctor, language) })}</p>
      )}
      {props.reopened}
      <HelpCard
        title={texts.help}
        text={helpdesk.hours}
        phone={helpdesk.phone}
      />
    </div>
  );
}
