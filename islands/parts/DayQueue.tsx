import { groupedPhone } from "@/domain/digit_groups.ts";
import type { DayStore } from "@/browser/day.ts";
import { useNotificationConsent } from "@/browser/use_arrivals.ts";
import { Button } from "@/components/ui/Button.tsx";
import { EmptyState } from "@/components/ui/EmptyState.tsx";
import {
  ageText,
  deviceText,
  patientName,
  sinceText,
  unreadText,
  waitsLong,
  whyText,
} from "@/components/workspace/day.ts";
import { DocumentsToDo } from "@/components/workspace/DocumentsToDo.tsx";
import { WaitingGuests } from "@/components/workspace/WaitingGuests.tsx";
import { Pane } from "@/components/workspace/Desk.tsx";
import {
  NextPatient,
  Queue,
  type QueueEntry,
  WaitClock,
} from "@/components/workspace/Queue.tsx";
import { can } from "@/domain/appointment.ts";
import { paths } from "@/domain/paths.ts";
import type { DayAppointment } from "@/domain/records.ts";
import type { BrowserTexts } from "@/i18n/connection.ts";
import type { KindTexts } from "@/i18n/document_names.ts";
import { formatStart } from "@/i18n/format.ts";
import type { WorkspaceTexts } from "@/i18n/fr/workspace.ts";
import type { ThirdTexts } from "@/i18n/guests.ts";
import { type Language, languageNames, plural, t } from "@/i18n/mod.ts";
import { BrowserCheck } from "../BrowserCheck.tsx";
import { AppointmentMenu, CallButton } from "./SideActions.tsx";
import { Ticking } from "./Ticking.tsx";
import type { DayActs } from "../Workspace.tsx";

interface DayQueueProps {
  store: DayStore;
  queue: { present: DayAppointment[]; away: DayAppointment[] };
  language: Language;
  texts: WorkspaceTexts;
  kinds: KindTexts;
  acts: DayActs;
  third: ThirdTexts;
  jitsiUrl: string;
  browser: BrowserTexts;
}

/** Who is in the waiting room, in order of their appointments; whoever closed the page stands apart. */
export function DayQueue(props: DayQueueProps) {
  const { store, queue, language, texts, acts } = props;
  const { appointments, doctor, documents } = store.record.value;
  const now = store.moment.value;
  const pages = store.present.value;
  const [askable, askConsent] = useNotificationConsent();
  const [first, ...rest] = queue.present;
  const timeOf = (one: DayAppointment) =>
    formatStart(one.starts_at, language, doctor.time_zone);
  const clock = ({ waiting_since: since }: DayAppointment) => (
    <Ticking
      clock={store.clock}
      show={(at) => (
        <WaitClock label={texts.waitsSince} late={waitsLong(since, at)}>
          {sinceText(since, at)}
        </WaitClock>
      )}
    />
  );
  const shared = { now, language, texts, acts };
  const entry = (one: DayAppointment, quiet: boolean): QueueEntry => ({
    key: one.id,
    time: timeOf(one),
    name: patientName(one),
    facts: [
      ageText(one.patient.born_on, now, language, texts),
      quiet ? texts.away : deviceText(pages[one.id], texts),
      one.telephone &&
      t(texts.byTelephone, { phone: groupedPhone(one.telephone) }),
      unreadText(one, language, texts),
    ].filter(Boolean).join(", "),
    href: paths.patientFile(language, one.patient.id),
    onOpen: (event) => {
      event.preventDefault();
      acts.open(one);
    },
    end: (
      <>
        {!quiet && clock(one)}
        <AppointmentMenu place="queue" appointment={one} {...shared} />
      </>
    ),
  });
  const count = queue.present.length;
  const busy = appointments.some(({ state }) => state === "in_progress");
  return (
    <Pane
      kind="queue"
      id="queue-title"
      label={texts.queueLabel}
      head={
        <>
          <h2 id="queue-title">{texts.waitingTitle}</h2>
          {count > 0 && (
            <span class="count">
              <span aria-hidden="true">{count}</span>
              <span class="visually-hidden">
                {t(
                  plural(language, count, {
                    one: texts.waitingCount_one,
                    other: texts.waitingCount_other,
                  }),
                  { count },
                )}
              </span>
            </span>
          )}
        </>
      }
    >
      <BrowserCheck line jitsiUrl={props.jitsiUrl} texts={props.browser} />
      <WaitingGuests
        appointments={appointments}
        onAct={acts.guest}
        texts={props.third}
      />
      {first
        ? (
          <NextPatient
            name={patientName(first)}
            facts={[
              t(texts.appointmentAt, { time: timeOf(first) }),
              ageText(first.patient.born_on, now, language, texts),
              t(texts.speaksLanguage, {
                language: languageNames[first.language],
              }),
              deviceText(pages[first.id], texts),
              unreadText(first, language, texts),
            ].filter(Boolean).join(", ")}
            symptoms={whyText(first)}
            telephone={first.telephone}
            texts={texts}
            clock={clock(first)}
            actions={
              <>
                <CallButton
                  appointment={first}
                  busy={busy && !can.join(first)}
                  {...shared}
                />
                {first.thread_id && (
                  <Button
                    type="button"
                    kind="secondary"
                    aria-label={`${texts.message}, ${patientName(first)}`}
                    onClick={() => acts.open(first, "messages")}
                  >
                    {texts.message} <kbd aria-hidden="true" data-key="m" />
                  </Button>
                )}
                <AppointmentMenu
                  place="next"
                  large
                  appointment={first}
                  {...shared}
                />
              </>
            }
          />
        )
        : (
          <EmptyState icon="user" title={texts.nobodyWaits}>
            <p>{texts.nobodyWaitsText}</p>
          </EmptyState>
        )}
      <Queue
        title={texts.then}
        entries={rest.map((one) => entry(one, false))}
      />
      <Queue
        title={texts.pageClosed}
        quiet
        entries={queue.away.map((one) => entry(one, true))}
      />
      <DocumentsToDo
        documents={documents}
        zone={doctor.time_zone}
        language={language}
        texts={texts}
        kinds={props.kinds}
      />
      {askable && (
        <p class="queue-consent">
          <Button
            type="button"
            kind="quiet"
            icon="speaker"
            onClick={askConsent}
          >
            {texts.notify}
          </Button>
        </p>
      )}
    </Pane>
  );
}
