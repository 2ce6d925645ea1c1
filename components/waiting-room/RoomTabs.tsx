import { Icon } from "@/components/ui/Icon.tsx";
import { ScriptButton } from "@/components/ui/ScriptButton.tsx";
import type { ConsultationTexts } from "@/i18n/fr/consultation.ts";

interface RoomTabsProps {
  chatOpen: boolean;
  /** There is somebody to write to. */
  chat: boolean;
  unread: number;
  /** The sheet of the equipment. */
  sheetId: string;
  /** The sheet of the help. */
  helpId: string;
  onChat: (open: boolean) => void;
  texts: ConsultationTexts;
}

/** Me, chat, equipment, help: at the foot, where there is no room for columns. */
export function RoomTabs(props: RoomTabsProps) {
  const { chatOpen, chat, unread, sheetId, helpId, onChat, texts } = props;
  return (
    <nav class="room-bar" aria-label={texts.roomTitle}>
      <ScriptButton
        class="tab"
        aria-current={chatOpen ? undefined : "true"}
        onClick={() => onChat(false)}
      >
        <Icon name="user" />
        {texts.tabMe}
      </ScriptButton>
      {chat && (
        <ScriptButton
          class="tab"
          aria-current={chatOpen ? "true" : undefined}
          onClick={() => onChat(true)}
        >
          <Icon name="chat" />
          {texts.wordChat}
          {unread > 0 && !chatOpen && <span class="count">{unread}</span>}
        </ScriptButton>
      )}
      <button type="button" class="tab" popovertarget={sheetId}>
        <Icon name="settings" />
        {texts.tabEquipment}
      </button>
      <button type="button" class="tab" popovertarget={helpId}>
        <Icon name="help" />
        {texts.help}
      </button>
    </nav>
  );
}
