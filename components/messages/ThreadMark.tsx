import { Icon } from "@/components/ui/Icon.tsx";
import { paths } from "@/domain/paths.ts";
import type { ThreadConsultation } from "@/domain/threads.ts";
import type { Side } from "@/domain/transitions.ts";
import { formatDay, formatTime } from "@/i18n/format.ts";
import type { MessagesTexts } from "@/i18n/fr/messages.ts";
import { type Language, t } from "@/i18n/mod.ts";

export type ThreadMarkTexts = Pick<
  MessagesTexts,
  "consultation" | "consultationComing"
>;

interface ConsultationMarkProps {
  consultation: ThreadConsultation;
  me: Side;
  /** IANA name. */
  zone: string;
  language: Language;
  texts: ThreadMarkTexts;
}

/** A consultation between the messages before and after it. */
export function ConsultationMark(props: ConsultationMarkProps) {
  const { consultation: { id, state, starts_at }, language, zone } = props;
  const day = formatDay(starts_at, language, zone);
  const when = `${day}, ${formatTime(starts_at, language, zone)}`;
  const text = state === "completed"
    ? props.texts.consultation
    : props.texts.consultationComing;
  return (
    <li class="thread-mark">
      <Icon name="calendar" />
      <a
        href={props.me === "doctor"
          ? paths.consultation(language, id)
          : paths.appointment(language, id)}
      >
        {t(text, { when })}
      </a>
    </li>
  );
}

/** The day on which the messages below were written. */
export function DayMark(
  { at, language, zone }: { at: string; language: Language; zone: string },
) {
  return (
    <li class="thread-mark thread-mark-day">
      <span class="capital">{formatDay(at, language, zone)}</span>
    </li>
  );
}
