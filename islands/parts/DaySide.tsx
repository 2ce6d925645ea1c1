import { ScriptButton } from "@/components/ui/ScriptButton.tsx";
import { aria } from "@/components/ui/aria.ts";
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Channels } from "@/browser/channels.ts";
import { useMessages } from "@/browser/use_messages.ts";
import { Icon } from "@/components/ui/Icon.tsx";
import { patientName } from "@/components/workspace/day.ts";
import { PatientSheet } from "@/components/workspace/PatientSheet.tsx";
import type { DayAppointment } from "@/domain/records.ts";
import type { FileTexts } from "@/i18n/attachments.ts";
import type { ConsultationTexts } from "@/i18n/fr/consultation.ts";
import type { WorkspaceTexts } from "@/i18n/fr/workspace.ts";
import type { Language } from "@/i18n/mod.ts";
import { ConsultationChat } from "./ConsultationChat.tsx";

export type SideTab = "patient" | "messages";

interface DaySideProps {
  appointment: DayAppointment;
  tab: SideTab;
  /** The doctor opened it: the panel takes the focus. */
  opened: boolean;
  channels: Channels | null;
  /** ISO instant. */
  now: string;
  zone: string;
  language: Language;
  texts: WorkspaceTexts;
  chat: ConsultationTexts;
  files: FileTexts;
  actions: ComponentChildren;
  onTab: (tab: SideTab) => void;
  onClose: () => void;
  onConfirmIdentity: () => void;
}

/** The patient of an appointment, and the messages with them, beside the day. */
export function DaySide(props: DaySideProps) {
  const { appointment, tab, opened, texts } = props;
  const name = patientName(appointment);
  const pane = useRef<HTMLElement>(null);
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!opened) return;
    // Whoever writes has the line at once; whoever reads begins at the name.
    const line = body.current?.querySelector("textarea");
    (tab === "messages" && line ? line : pane.current)?.focus();
  }, [appointment.id, opened, tab]);
  const thread = useMessages(
    props.channels,
    appointment.thread_id,
    appointment.id,
    "doctor",
  );
  const tabs = [
    ["patient", texts.patientTab],
    ["messages", texts.messagesTab],
  ] as const;
  return (
    <section
      class="pane pane-side"
      aria-labelledby="side-title"
      tabIndex={-1}
      ref={pane}
    >
      <div class="pane-head">
        <h2 id="side-title" class="visually-hidden">{name}</h2>
        <div class="panel-tabs">
          {tabs.map(([key, label]) => (
            <ScriptButton
              key={key}
              class="panel-tab"
              aria-pressed={aria(tab === key)}
              onClick={() => props.onTab(key)}
            >
              {label}
              {key === "messages" && appointment.unread > 0 && (
                <span class="count">{appointment.unread}</span>
              )}
            </ScriptButton>
          ))}
        </div>
        <ScriptButton
          class="button button-quiet push"
          aria-label={texts.closeFile}
          onClick={props.onClose}
        >
          <Icon name="cross" />
        </ScriptButton>
      </div>
      <div
        class={`pane-body pane-${tab}`}
        ref={body}
        tabIndex={tab === "patient" ? 0 : undefined}
        role="group"
        aria-labelledby="side-title"
      >
        {tab === "patient" ? <PatientSheet {...props} /> : (
          <ConsultationChat
            thread={thread}
            me="doctor"
            otherName={name}
            zone={props.zone}
            language={props.language}
            texts={props.chat}
            files={props.files}
          />
        )}
      </div>
    </section>
  );
}
