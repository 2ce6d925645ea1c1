import { useEffect, useState } from "preact/hooks";
import type { ConsultationTexts } from "@/i18n/fr/consultation.ts";
import { ControlButton } from "./ControlButton.tsx";

/** Leads to the page that invites a third person. */
export interface Invite {
  href: string;
  /** What it does: `Inviter une autre personne`. */
  label: string;
  /** One short word. */
  word: string;
}

/** In another tab: here it would end the call. */
export function openInvitation({ href }: Invite): void {
  open(href, "_blank", "noopener");
}

export interface CallMoreProps {
  sharing: boolean;
  /** Null where the browser cannot share a screen. */
  onShare: (() => void) | null;
  full: boolean;
  onFull: () => void;
  /** The picture stands in a window of its own; null where the browser cannot. */
  onTop: boolean | null;
  onTurnOnTop: () => void;
  /** How somebody else is invited; null for a guest. */
  invite: Invite | null;
  /** What holds these closes: each is about the picture, or leads elsewhere. */
  onClose: () => void;
  texts: ConsultationTexts;
}

/** What the bar of the call has no room for below 60rem: the same buttons. */
export function CallMore(props: CallMoreProps) {
  const { sharing, onShare, full, onTop, invite, texts } = props;
  const [canFill, setCanFill] = useState(false);
  useEffect(() => setCanFill(document.fullscreenEnabled === true), []);
  if (!onShare && !canFill && onTop === null && !invite) return null;
  const and = (run: () => void) => () => {
    run();
    props.onClose();
  };
  return (
    <div class="call-more">
      {invite && (
        <ControlButton
          icon="user-add"
          label={invite.label}
          word={invite.word}
          onClick={and(() => openInvitation(invite))}
        />
      )}
      {onShare && (
        <ControlButton
          icon="screen"
          label={sharing ? texts.stopSharing : texts.shareScreen}
          word={texts.wordShare}
          onClick={and(onShare)}
        />
      )}
      {canFill && (
        <ControlButton
          icon="full-screen"
          label={full ? texts.leaveFullScreen : texts.fullScreen}
          word={texts.wordFull}
          onClick={and(props.onFull)}
        />
      )}
      {onTop !== null && (
        <ControlButton
          icon="picture-on-top"
          label={onTop ? texts.leavePictureInPicture : texts.pictureInPicture}
          word={texts.wordPictureInPicture}
          onClick={and(props.onTurnOnTop)}
        />
      )}
    </div>
  );
}
