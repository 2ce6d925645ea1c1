import { Icon } from "@/components/ui/Icon.tsx";
import {
  type AttachmentRecord,
  type AttachmentStanding,
  canOpen,
} from "@/domain/attachments.ts";
import type { FileTexts } from "@/i18n/attachments.ts";
import { formatBytes } from "@/i18n/format.ts";
import type { Language } from "@/i18n/mod.ts";

interface ChatAttachmentProps {
  name: string;
  attachment: AttachmentRecord;
  /** Where it is opened. */
  href: string;
  language: Language;
  texts: FileTexts;
}

/** The file of a message: its name opens it, in another tab, since opened here it would end a call. */
export function ChatAttachment(props: ChatAttachmentProps) {
  const { name, attachment, language, texts } = props;
  const { type, bytes, standing } = attachment;
  const facts = [
    bytes === null ? "" : formatBytes(bytes, language),
    standingText(standing, texts),
  ].filter(Boolean).join(", ");
  const content = (
    <>
      <Icon name={type?.startsWith("image/") ? "picture" : "document"} />
      <span>
        <span class="attachment-name" dir="auto">{name}</span>
        <span class="attachment-facts">{facts}</span>
      </span>
    </>
  );
  if (!canOpen(standing)) {
    return <p class="attachment attachment-closed">{content}</p>;
  }
  return (
    <a
      class="attachment"
      href={props.href}
      target="_blank"
      rel="noopener"
    >
      {content}
      <span class="visually-hidden">{` (${texts.inOtherTab})`}</span>
    </a>
  );
}

function standingText(standing: AttachmentStanding, texts: FileTexts): string {
  switch (standing) {
    case "sent":
      return "";
    case "sent_opened":
      return texts.sentOpened;
    case "held_back":
      return texts.heldBack;
    case "refused":
      return texts.refused;
    case "unopened":
      return texts.unopened;
    case "opened":
      return texts.opened;
    case "gone":
      return texts.gone;
  }
}
