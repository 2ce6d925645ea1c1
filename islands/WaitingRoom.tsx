import { useState } from "preact/hooks";
import { AppointmentStore } from "@/browser/appointment.ts";
import type { ChannelAccess } from "@/browser/channels.ts";
import { tellReopeningSeen } from "@/browser/reopening_seen.ts";
import { useCallHere } from "@/browser/use_call_here.ts";
import { useFocusKept } from "@/browser/use_focus_kept.ts";
import { useMessages } from "@/browser/use_messages.ts";
import { usePageTitle } from "@/browser/use_page_title.ts";
import { useRoomActs } from "@/browser/use_room_acts.ts";
import { useRoomDevices } from "@/browser/use_room_devices.ts";
import { useStore } from "@/browser/use_store.ts";
import { useTransitions } from "@/browser/use_transitions.ts";
import { useWide } from "@/browser/use_wide.ts";
import type { FeedbackTexts } from "@/components/booking/FeedbackForm.tsx";
import { CallLeft } from "@/components/call/CallLeft.tsx";
import { ConsultationEnded } from "@/components/call/ConsultationEnded.tsx";
import type { StateTexts } from "@/components/ui/Badge.tsx";
import { readyTicks } from "@/components/waiting-room/checks.ts";
import { ReadyTicks } from "@/components/waiting-room/ReadyTicks.tsx";
import { RoomHelp } from "@/components/waiting-room/RoomHelp.tsx";
import { RoomTabs } from "@/components/waiting-room/RoomTabs.tsx";
import { RoomTools } from "@/components/waiting-room/RoomTools.tsx";
import { RoomTicket } from "@/components/waiting-room/RoomTicket.tsx";
import { SelfView } from "@/components/waiting-room/SelfView.tsx";
import { tabTitle } from "@/components/waiting-room/waiting.ts";
import { WaitingRoomLayout } from "@/components/waiting-room/WaitingRoomLayout.tsx";
import { refusalText } from "@/domain/errors.ts";
import type { NetworkPlaces } from "@/domain/network.ts";
import { paths } from "@/domain/paths.ts";
import { type AppointmentRecord, doctorName } from "@/domain/records.ts";
import type { CallDocumentTexts } from "@/i18n/document_names.ts";
import type { ConnectionTexts } from "@/i18n/fr/connection.ts";
import type { ConsultationTexts } from "@/i18n/fr/consultation.ts";
import type { ErrorTexts } from "@/i18n/fr/errors.ts";
import type { TicketTexts } from "@/i18n/fr/ticket.ts";
import type { FileTexts } from "@/i18n/attachments.ts";
import type { ThirdTexts } from "@/i18n/guests.ts";
import { type Language, t } from "@/i18n/mod.ts";
import { ConsultationChat } from "./parts/ConsultationChat.tsx";
import { CallNotHere } from "./parts/CallNotHere.tsx";
import { EquipmentSheet } from "./parts/EquipmentSheet.tsx";
import { FilesAfterCall } from "./parts/FilesAfterCall.tsx";
import { LazyCallStage } from "./parts/LazyCallStage.tsx";
import { useCallReady } from "./parts/use_call_ready.ts";
import { UnreadNotice } from "./parts/UnreadNotice.tsx";
import { Reopened } from "./parts/Reopened.tsx";
import { RoomNews } from "./parts/RoomNews.tsx";
import { RoomState } from "./parts/RoomState.tsx";

interface WaitingRoomProps {
  appointment: AppointmentRecord;
  access: ChannelAccess;
  /** Where the line is measured. */
  places: NetworkPlaces;
  /** With which browsers subscribe to be told of the call; null where that is not offered. */
  pushKey: string | null;
  /** Whom to call, and when somebody answers. */
  helpdesk: { phone: string; hours: string };
  language: Language;
  texts: ConsultationTexts;
  connection: ConnectionTexts;
  ticket: TicketTexts;
  states: StateTexts;
  feedback: FeedbackTexts;
  errors: ErrorTexts;
  files: FileTexts;
  third: ThirdTexts;
  documents: CallDocumentTexts;
}

const sheets = { sheetId: "equipment", helpId: "room-help" };

/** The patient's side: set up, wait, answer, talk, and what comes after. */
export function WaitingRoom(props: WaitingRoomProps) {
  const { language, texts, connection, helpdesk } = props;
  const appointment = useStore(() =>
    new AppointmentStore(props.appointment, props.access, "patient")
  );
  const record = appointment.record.value;
  const live = appointment.live.value;
  const { id, state, doctor } = record;
  useFocusKept();
  const wide = useWide();
  const { refusal, transition } = useTransitions(appointment.refresh);
  const thread = useMessages(
    appointment.channels.value,
    record.thread_id,
    id,
    "patient",
  );
  const { here, setHere, byTelephone, awaited, reopened, ticked } = useCallHere(
    record,
  );
  const [chatOpen, setChatOpen] = useState(false);
  const name = doctorName(doctor, language);
  const waits = state === "waiting" || state === "calling";
  const { devices, maySleep } = useRoomDevices(appointment, waits);
  const acts = useRoomActs({ id, waits, transition, devices, setHere });
  const { answering } = acts;
  const media = devices.media.value;
  const ringing = appointment.ringing.value && !appointment.declined.value;

  const deviceState = devices.state.value;
  const { jitsiUrl } = props.places;
  useCallReady(id, { waits, ringing, open: deviceState === "open", jitsiUrl });

  const title = tabTitle(state, { ringing, reopened: !!reopened, answering });
  usePageTitle(title && t(texts[title], { name, doctor: name }), thread.unread);

  const problem = refusal === null
    ? undefined
    : refusalText(refusal, props.errors, texts.stepFailed);
  const hasFiles = thread.uploads.list.value.length > 0 ||
    thread.entries.some(({ attachment }) => attachment?.inCall);
  const after = {
    record,
    now: appointment.moment.value,
    helpdesk,
    language,
    texts,
    ticket: props.ticket,
    states: props.states,
    files: hasFiles && <FilesAfterCall {...props} thread={thread} />,
    feedback: props.feedback,
    ticked,
    documents: props.documents,
  };
  if (appointment.over.value || reopened) {
    return (
      <ConsultationEnded
        {...after}
        record={reopened || record}
        reopened={reopened && (
          <Reopened
            onComeBack={acts.comeBack}
            onSeen={() => void tellReopeningSeen(id)}
            texts={texts}
          />
        )}
      />
    );
  }

  const shared = {
    thread,
    me: "patient" as const,
    otherName: name,
    zone: doctor.time_zone,
    language,
    texts,
    files: props.files,
  };
  if ((state === "in_progress" && !byTelephone) || answering) {
    if (record.left_at !== null && !awaited && !answering) {
      return <CallLeft {...after} onComeBack={acts.comeBack} />;
    }
    return here && !awaited
      ? (
        <LazyCallStage
          {...shared}
          appointment={appointment}
          helpdesk={helpdesk}
          connection={connection}
          third={props.third}
          errors={props.errors}
          aloneText={answering ? texts.connecting : texts.aloneDoctor}
          problem={problem}
          onTelephone={acts.askTelephone}
          onVideo={acts.withdrawTelephone}
          onEnd={() => void acts.leave()}
        />
      )
      : (
        <CallNotHere
          appointment={appointment}
          name={name}
          onComeBack={acts.comeBack}
          onContinue={() => setHere(true)}
          texts={texts}
          connection={connection}
        />
      );
  }

  const mayOpen = waits &&
    (record.telephone === null || deviceState !== "closed");
  const leaveHref = paths.appointment(language, id);
  const ticks = readyTicks({
    media: deviceState === "open" ? media : null,
    live,
    texts,
  });
  const invite = {
    href: paths.guestInvitation(language, id),
    text: props.third.inviteLink,
  };
  const sheet = {
    helpdesk,
    telephone: record.telephone,
    onTelephone: acts.askTelephone,
    ...{ texts, connection },
  };
  const chat = record.thread_id !== null;
  return (
    <WaitingRoomLayout
      ticket={
        <RoomTicket
          record={record}
          language={language}
          texts={props.ticket}
        />
      }
      picture={
        <SelfView
          state={deviceState}
          media={media}
          stream={devices.shown.value}
          onRetry={mayOpen ? () => void devices.open() : undefined}
          texts={texts}
        />
      }
      ready={deviceState !== "closed" && (
        <ReadyTicks label={texts.whatIsReady} ticks={ticks} />
      )}
      news={
        <RoomNews
          appointment={appointment}
          devices={devices}
          jitsiUrl={jitsiUrl}
          waits={waits}
          problem={refusal === "call_over" ? undefined : problem}
          onVideo={acts.withdrawTelephone}
          maySleep={maySleep}
          pushKey={props.pushKey}
          language={language}
          texts={texts}
          connection={connection}
        >
          {!wide && !chatOpen && (
            <UnreadNotice
              {...shared}
              onRead={() => setChatOpen(true)}
            />
          )}
        </RoomNews>
      }
      band={
        <RoomState
          appointment={appointment}
          devices={devices}
          doctor={name}
          ringing={ringing}
          phone={helpdesk.phone}
          onStart={acts.start}
          onAnswer={acts.answer}
          onTelephone={acts.askTelephone}
          language={language}
          texts={texts}
          connection={connection}
        />
      }
      tools={
        <RoomTools
          devices={deviceState}
          ticks={ticks}
          sheetId={sheets.sheetId}
          invite={invite}
          leaveHref={leaveHref}
          texts={texts}
        />
      }
      // The band with the green button stands over the chat, too: nobody loses the line they are writing.
      chatOpen={chatOpen}
      chat={chat && <ConsultationChat {...shared} open={wide || chatOpen} />}
      tabs={
        <RoomTabs
          chat={chat}
          chatOpen={chatOpen}
          unread={thread.unread}
          {...sheets}
          onChat={setChatOpen}
          texts={texts}
        />
      }
      sheet={
        <>
          <EquipmentSheet
            {...sheet}
            id={sheets.sheetId}
            devices={devices}
            ticks={ticks}
            places={props.places}
            language={language}
          />
          <RoomHelp {...sheet} id={sheets.helpId} {...{ invite, leaveHref }} />
        </>
      }
    />
  );
}
