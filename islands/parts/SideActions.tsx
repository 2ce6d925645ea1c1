import { NewDocumentLink } from "@/components/documents/NewDocumentLink.tsx";
import { Button, ButtonLink } from "@/components/ui/Button.tsx";
import { ScriptButton } from "@/components/ui/ScriptButton.tsx";
import { patientName } from "@/components/workspace/day.ts";
import { can, isOver } from "@/domain/appointment.ts";
import { paths } from "@/domain/paths.ts";
import type { DayAppointment } from "@/domain/records.ts";
import type { WorkspaceTexts } from "@/i18n/fr/workspace.ts";
import { type Language, t } from "@/i18n/mod.ts";
import { ActionMenu } from "@/components/workspace/ActionMenu.tsx";
import type { DayActs } from "../Workspace.tsx";

interface ActionsProps {
  appointment: DayAppointment;
  /** ISO instant. */
  now: string;
  language: Language;
  texts: WorkspaceTexts;
  acts: DayActs;
}

/** Under the patient's sheet: the whole file, a document, and the conversation. */
export function SideActions({ appointment, language, texts }: ActionsProps) {
  return (
    <>
      {can.issueDocuments(appointment) && (
        <NewDocumentLink
          appointment={appointment.id}
          language={language}
          texts={texts}
        />
      )}
      <ButtonLink
        kind="secondary"
        icon="user"
        href={paths.patientFile(language, appointment.patient.id)}
      >
        {texts.openFile}
      </ButtonLink>
      {appointment.thread_id && (
        <ButtonLink
          kind="quiet"
          icon="chat"
          href={paths.thread(language, appointment.thread_id)}
        >
          {texts.openThread}
        </ButtonLink>
      )}
    </>
  );
}

/** Behind "…": everything that the state allows, with what cannot be taken back for long at its end. */
export function AppointmentMenu(
  { place, large, ...props }: ActionsProps & {
    /** Where it stands: the same appointment has a menu in the column and in the queue. */
    place: string;
    large?: boolean;
  },
) {
  const { appointment, now, language, texts, acts } = props;
  const name = patientName(appointment);
  const id = `more-${place}-${appointment.id}`;
  const act = (work: () => void) => () => {
    document.getElementById(id)?.hidePopover();
    work();
  };
  const named = (text: string) => `${text}, ${name}`;
  return (
    <ActionMenu id={id} label={t(texts.moreFor, { name })} large={large}>
      {can.call(appointment, now) && (
        <li>
          <ScriptButton
            class="nav-link"
            aria-label={named(texts.call)}
            onClick={act(() => acts.call(appointment))}
          >
            {texts.call}
          </ScriptButton>
        </li>
      )}
      {appointment.thread_id && (
        <li>
          <ScriptButton
            class="nav-link"
            aria-label={named(texts.message)}
            onClick={act(() => acts.open(appointment, "messages"))}
          >
            {texts.message}
          </ScriptButton>
        </li>
      )}
      <li>
        <a
          class="nav-link"
          href={paths.patientFile(language, appointment.patient.id)}
          aria-label={named(texts.openFile)}
        >
          {texts.openFile}
        </a>
      </li>
      {can.issueDocuments(appointment) && (
        <li>
          <a
            class="nav-link"
            href={paths.appointmentDocuments(language, appointment.id)}
            aria-label={named(texts.documents)}
          >
            {texts.documents}
          </a>
        </li>
      )}
      {!isOver(appointment) && (
        <li>
          <a
            class="nav-link"
            href={paths.guestInvitation(language, appointment.id)}
            aria-label={named(texts.inviteGuest)}
          >
            {texts.inviteGuest}
          </a>
        </li>
      )}
      {can.noShow(appointment, now) && (
        <li>
          <ScriptButton
            class="nav-link nav-danger"
            aria-label={named(texts.noShow)}
            onClick={act(() => acts.ask({ act: "no_show", appointment }))}
          >
            {texts.noShow}
          </ScriptButton>
        </li>
      )}
      {can.cancel(appointment, now, "doctor") && (
        <li>
          <a
            class="nav-link nav-danger"
            href={paths.cancellation(language, appointment.id)}
            aria-label={named(texts.cancel)}
            onClick={(event) => {
              event.preventDefault();
              act(() => acts.ask({ act: "cancel", appointment }))();
            }}
          >
            {texts.cancel}
          </a>
        </li>
      )}
    </ActionMenu>
  );
}

/** The button of an appointment that calls or leads back into the call; null where neither is possible. */
export function CallButton(
  { appointment, now, language, texts, acts, busy }: ActionsProps & {
    /** The doctor talks to somebody else. */
    busy: boolean;
  },
) {
  if (can.call(appointment, now)) {
    return (
      <Button
        type="button"
        kind="call"
        icon="phone"
        disabled={busy}
        aria-label={`${texts.call}, ${patientName(appointment)}`}
        onClick={() => acts.call(appointment)}
      >
        {texts.call} <kbd aria-hidden="true" data-key="c" />
      </Button>
    );
  }
  return (
    <ButtonLink
      kind="secondary"
      href={paths.consultation(language, appointment.id)}
    >
      {texts.toCall}
    </ButtonLink>
  );
}
