import { awaitsPatient, isReopened } from "@/domain/appointment.ts";
import type { AppointmentRecord, ReopeningChannel } from "@/domain/records.ts";
import type { ConnectionTexts } from "@/i18n/fr/connection.ts";
import type { ConsultationTexts } from "@/i18n/fr/consultation.ts";
import { t } from "@/i18n/mod.ts";

interface Situation {
  record: AppointmentRecord;
  /** The patient's name. */
  name: string;
  /** It rings at the patient's. */
  ringing: boolean;
  /** They cannot take this call. */
  declined: boolean;
  /** Their page is open, or is known not to be; neither before that is known. */
  here: boolean;
  away: boolean;
}

/** What doctors read who are alone in their call: what the patient has of it, and what can be done. */
export function aloneText(
  { record, name, ringing, declined, here, away }: Situation,
  texts: ConsultationTexts,
  connection: ConnectionTexts,
): string {
  if (ringing) {
    return t(
      declined ? texts.patientNotNow : away ? texts.ringingAway : texts.ringing,
      { name },
    );
  }
  if (awaitsPatient(record) && here) return t(connection.mustPress, { name });
  if (isReopened(record) && away) {
    const channels = record.reopening_told
      .map((channel) => connection[channelWords[channel]])
      .join(` ${connection.channelAnd} `);
    return [
      t(channels === "" ? connection.pageClosed : connection.pageClosedTold, {
        name,
        channels,
      }),
      connection.nobodyReturns,
    ].join(" ");
  }
  return t(away ? texts.aloneAway : texts.alonePatient, { name });
}

const channelWords = {
  sms: "channelSms",
  push: "channelPush",
  email: "channelEmail",
} as const satisfies Record<ReopeningChannel, keyof ConnectionTexts>;
