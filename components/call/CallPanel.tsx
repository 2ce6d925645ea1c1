import type { ComponentChildren } from "preact";
import { Icon } from "@/components/ui/Icon.tsx";
import { ScriptButton } from "@/components/ui/ScriptButton.tsx";
import type { ConsultationTexts } from "@/i18n/fr/consultation.ts";

interface CallPanelProps {
  /** Which of the two is seen. */
  shown: "patient" | "chat";
  onShow: (shown: "patient" | "chat") => void;
  onClose: () => void;
  unread: number;
  patient: ComponentChildren;
  chat: ComponentChildren;
  texts: ConsultationTexts;
}

/** The doctor's panel in the call: the patient and the chat, as two tabs. */
export function CallPanel(props: CallPanelProps) {
  const { shown, onShow, onClose, unread, patient, chat, texts } = props;
  const tabs = [["patient", texts.wordPatient], [
    "chat",
    texts.wordChat,
  ]] as const;
  return (
    <section class="panel-frame workspace" aria-label={texts.panelLabel}>
      <div class="panel-tabs">
        {tabs.map(([name, word]) => (
          <ScriptButton
            key={name}
            class="panel-tab"
            aria-current={shown === name ? "true" : undefined}
            onClick={() => onShow(name)}
          >
            {word}
            {name === "chat" && unread > 0 && shown !== "chat" && (
              <span class="count">{unread}</span>
            )}
          </ScriptButton>
        ))}
        <ScriptButton
          class="button button-quiet panel-close"
          onClick={onClose}
        >
          <Icon name="chevron-down" />
          <span class="visually-hidden">
            {shown === "chat" ? texts.closeChat : texts.closePatient}
          </span>
        </ScriptButton>
      </div>
      <div
        class="panel-pane"
        hidden={shown !== "patient"}
        tabIndex={0}
        role="group"
        aria-label={texts.wordPatient}
      >
        {patient}
      </div>
      {/* What is being written stays when the other tab is seen. */}
      <div class="panel-pane panel-chat" hidden={shown !== "chat"}>{chat}</div>
    </section>
  );
}
