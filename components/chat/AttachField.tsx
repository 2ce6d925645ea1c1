import { Icon } from "@/components/ui/Icon.tsx";
import {
  attachmentAccept,
  attachmentAcceptScripted,
} from "@/domain/attachments.ts";
import type { FileTexts } from "@/i18n/attachments.ts";

interface AttachFieldProps {
  /** Without JavaScript the form sends the file: what makes it one when sent twice. */
  fileId?: string;
  disabled?: boolean;
  texts: FileTexts;
  onFiles: (files: File[]) => void;
}

/** Chooses files to send, and on a phone takes a photo. */
export function AttachField(props: AttachFieldProps) {
  const { fileId, texts } = props;
  return (
    <>
      {fileId && <input type="hidden" name="file_id" value={fileId} />}
      <Choose {...props} icon="paperclip" label={texts.attach} />
      <Choose {...props} icon="camera" label={texts.photo} camera />
    </>
  );
}

function Choose(
  { icon, label, camera, fileId, disabled, onFiles }: AttachFieldProps & {
    icon: "paperclip" | "camera";
    label: string;
    camera?: boolean;
  },
) {
  return (
    <label class={`composer-attach${camera ? " composer-camera" : ""}`}>
      <Icon name={icon} />
      <span class="visually-hidden">{label}</span>
      <input
        type="file"
        name="file"
        accept={camera
          ? "image/*"
          : fileId === undefined
          ? attachmentAcceptScripted
          : attachmentAccept}
        capture={camera ? "environment" : undefined}
        // A form without JavaScript sends one: a second would need an id of its own.
        multiple={!camera && fileId === undefined}
        disabled={disabled}
        onChange={({ currentTarget }) => {
          const files = [...currentTarget.files ?? []];
          // The same file chosen again is a change as well.
          currentTarget.value = "";
          if (files.length > 0) onFiles(files);
        }}
      />
    </label>
  );
}
