import { ButtonLink } from "@/components/ui/Button.tsx";
import { fullName } from "@/domain/names.ts";
import { paths } from "@/domain/paths.ts";
import {
  type AppointmentRecord,
  doctorName,
  type MessageRecord,
} from "@/domain/records.ts";
import type { Side } from "@/domain/transitions.ts";
import { fileTexts } from "@/i18n/attachments.ts";
import { type Language, t } from "@/i18n/mod.ts";
import type { Catalogue } from "@/i18n/texts.ts";
import { ThreadEntries } from "./ThreadEntries.tsx";

export interface ConsultationMessagesProps {
  appointment: AppointmentRecord;
  /** Those of this consultation, oldest first. */
  messages: readonly MessageRecord[];
  /** The side of whoever reads. */
  me: Side;
  language: Language;
  texts: Pick<
    Catalogue,
    "messages" | "consultation" | "attachments" | "errors"
  >;
}

/** What was written in a consultation, with its files; nothing before there is something to read. */
export function ConsultationMessages(props: ConsultationMessagesProps) {
  const { appointment, messages, me, language, texts } = props;
  const { thread_id, state, doctor, patient } = appointment;
  if (messages.length === 0 && state !== "completed") return null;
  const otherName = me === "doctor"
    ? fullName(patient)
    : doctorName(doctor, language);
  return (
    <section class="section" aria-labelledby="said">
      <h2 id="said">{texts.messages.said}</h2>
      {messages.length === 0
        ? <p class="soft">{texts.messages.saidNone}</p>
        : (
          <ol class="chat-log list-plain">
            <ThreadEntries
              entries={messages.map((one) => ({ ...one, delivery: "sent" }))}
              consultations={[]}
              me={me}
              otherName={otherName}
              zone={doctor.time_zone}
              language={language}
              texts={{ ...texts.consultation, ...texts.messages }}
              files={fileTexts(texts)}
            />
          </ol>
        )}
      {thread_id && messages.length > 0 && (
        <div class="row no-print">
          <ButtonLink
            kind="secondary"
            icon="chat"
            href={paths.thread(language, thread_id)}
          >
            {t(texts.messages.saidThread, { name: otherName })}
          </ButtonLink>
        </div>
      )}
    </section>
  );
}
