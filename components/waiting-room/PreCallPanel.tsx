import type { ComponentChildren } from "preact";
import { ButtonLink } from "@/components/ui/Button.tsx";
import { EmptyState } from "@/components/ui/EmptyState.tsx";
import { can, missedCall, reopensUntil } from "@/domain/appointment.ts";
import type { AppointmentRecord } from "@/domain/records.ts";
import type { ConsultationTexts } from "@/i18n/fr/consultation.ts";
import { formatTime } from "@/i18n/format.ts";
import { type Language, t } from "@/i18n/mod.ts";

interface AsideCallProps {
  record: AppointmentRecord;
  /** ISO instant of the server's clock. */
  now: string;
  /** The patient's name. */
  name: string;
  /** The patient's page is open. */
  here: boolean;
  /** The patient could not take the last call. */
  declined: boolean;
  language: Language;
  /** Where the doctor's day is. */
  dayHref: string;
  /** In place of what the state says. */
  heading?: string;
  /** Before what can be done now. */
  status?: string;
  notice: ComponentChildren;
  /** The call button; absent when calling is not allowed. */
  action: ComponentChildren;
  /** After the end: on to the next patient, where somebody waits. */
  next?: ComponentChildren;
  /** The chat; messages can be written before and after the call. */
  chat: ComponentChildren;
  /** `PatientFile`. */
  patientFile: ComponentChildren;
  texts: ConsultationTexts;
}

/** The doctor's page before the call and after it: who, why, and what can be done now. */
export function PreCallPanel(props: AsideCallProps) {
  const { record, texts } = props;
  return (
    <div class="aside-call">
      <div class="over-page">
        <div aria-live="polite" class="stack">{props.notice}</div>
        <EmptyState
          icon={record.state === "completed" ? "success" : "phone"}
          title={props.heading ?? titleOf(props)}
          level={1}
          action={
            <div class="row">
              {props.next}
              {props.action}
              <ButtonLink kind="secondary" href={props.dayHref}>
                {texts.backToDay}
              </ButtonLink>
            </div>
          }
        >
          <p role="status">{props.status} {statusOf(props)}</p>
        </EmptyState>
        <div class="aside-patient panel workspace">
          {props.patientFile}
        </div>
      </div>
      {props.chat && <div class="aside-chat">{props.chat}</div>}
    </div>
  );
}

function titleOf({ record, now, name, declined, texts }: AsideCallProps) {
  switch (record.state) {
    case "completed":
      return texts.endedTitle;
    case "cancelled":
      return texts.cancelledTitle;
    case "no_show":
      return texts.noShowTitle;
  }
  const missed = missedCall(record, now);
  return t(
    declined && missed !== null ? texts.patientNotNow : {
      withdrawn: texts.callWithdrawn,
      unanswered: texts.noAnswer,
      none: texts.consultationWith,
    }[missed ?? "none"],
    { name },
  );
}

/** Whether calling makes sense now; after the end, until when it can be undone. */
function statusOf(
  { record, now, name, here, language, texts }: AsideCallProps,
) {
  const until = reopensUntil(record);
  if (until !== null && can.reopen(record, now)) {
    const time = formatTime(until, language, record.doctor.time_zone);
    return `${texts.hungUp} ${t(texts.youReopen, { time })}`;
  }
  if (record.state === "booked") return t(texts.notHereYet, { name });
  if (record.state !== "waiting" && record.state !== "calling") return "";
  return t(here ? texts.waitsHere : texts.isAway, { name });
}
