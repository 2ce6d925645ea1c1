import { isExpected } from "@/domain/guests.ts";
import type { AppointmentRecord } from "@/domain/records.ts";
import { t } from "@/i18n/mod.ts";

interface GuestIsToldProps {
  guest: AppointmentRecord["guest"];
  texts: { alsoTold: string };
}

/** Says, where an appointment moves or is cancelled, that the third person is told; nothing where none is expected. */
export function GuestIsTold({ guest, texts }: GuestIsToldProps) {
  if (guest === null || !isExpected(guest)) return null;
  return <p>{t(texts.alsoTold, { name: guest.name })}</p>;
}
