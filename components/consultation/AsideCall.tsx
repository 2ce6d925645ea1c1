import type { ComponentChildren } from "preact";
import { ButtonLink } from "@/components/Button.tsx";
import { EmptyState } from "@/components/EmptyState.tsx";
import type { AppointmentRecord } from "@/domain/records.ts";
import type { ConsultationTexts } from "@/i18n/fr/consultation.ts";
import { t } from "@/i18n/mod.ts";

interface AsideCallProps {
  record: AppointmentRecord;
  /** The patient's name. */
  name: string;
  /** The patient's page is open. */
  here: boolean;
  /** Where the doctor's day is. */
  dayHref: string;
  notice: ComponentChildren;
  /** The button that calls, where it may. */
  action: ComponentChildren;
  /** The chat: one can write before and after. */
  chat: ComponentChildren;
  texts: ConsultationTexts;
}

/** The doctor's page before the call and after it: who, why, and what can be done now. */
export function AsideCall(props: AsideCallProps) {
  const { record, name, here, texts } = props;
  return (
    <div class="aside-call">
      <div class="over-page">
        <div aria-live="polite" class="stack">{props.notice}</div>
        <EmptyState
          icon={record.state === "completed" ? "success" : "phone"}
          title={titleOf(record, name, texts)}
          level={1}
          action={
            <div class="row">
              {props.action}
              <ButtonLink kind="secondary" href={props.dayHref}>
                {texts.backToDay}
              </ButtonLink>
            </div>
          }
        >
          <p role="status">{statusOf(record, name, here, texts)}</p>
          {record.symptoms && (
            <p class="keep-lines">
              <strong>{texts.symptoms}</strong>
              <br />
              {record.symptoms}
            </p>
          )}
        </EmptyState>
      </div>
      {props.chat && <div class="aside-chat">{props.chat}</div>}
    </div>
  );
}

function titleOf(
  { state, called_at }: AppointmentRecord,
  name: string,
  texts: ConsultationTexts,
): string {
  switch (state) {
    case "completed":
      return texts.endedTitle;
    case "cancelled":
      return texts.cancelledTitle;
    case "no_show":
      return texts.noShowTitle;
    default:
      return t(called_at ? texts.noAnswer : texts.consultationWith, { name });
  }
}

/** Whether calling makes sense now. */
function statusOf(
  { state }: AppointmentRecord,
  name: string,
  here: boolean,
  texts: ConsultationTexts,
): string {
  if (state === "booked") return t(texts.notHereYet, { name });
  if (state !== "waiting" && state !== "calling") return "";
  return t(here ? texts.waitsHere : texts.isAway, { name });
}
