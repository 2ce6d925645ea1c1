import { useEffect, useRef, useState } from "preact/hooks";
import { GuestIsTold } from "@/components/booking/GuestIsTold.tsx";
import { Button } from "@/components/ui/Button.tsx";
import { Dialog } from "@/components/ui/Dialog.tsx";
import { Textarea } from "@/components/ui/Textarea.tsx";
import { patientName } from "@/components/workspace/day.ts";
import type { DayAppointment } from "@/domain/records.ts";
import { formatStart } from "@/i18n/format.ts";
import { lengthOf, REASON_MAX } from "@/domain/text.ts";
import type { WorkspaceTexts } from "@/i18n/fr/workspace.ts";
import type { ThirdTexts } from "@/i18n/guests.ts";
import { type Language, t } from "@/i18n/mod.ts";

/** What is asked before it is done. */
export interface Asked {
  act: "cancel" | "no_show";
  appointment: DayAppointment;
}

interface DayDialogsProps {
  asked: Asked | null;
  zone: string;
  language: Language;
  texts: WorkspaceTexts;
  third: ThirdTexts;
  onClose: () => void;
  onCancel: (appointment: DayAppointment, reason: string) => void;
  onNoShow: (appointment: DayAppointment) => void;
}

/** Cancel, or note a no-show: one dialog that names the patient. */
export function DayDialogs(props: DayDialogsProps) {
  const { asked, texts } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const [reason, setReason] = useState("");
  const [missing, setMissing] = useState(false);
  useEffect(() => {
    if (asked === null) return dialog.current?.close();
    setReason("");
    setMissing(false);
    dialog.current?.showModal();
  }, [asked]);

  const name = asked ? patientName(asked.appointment) : "";
  const time = asked
    ? formatStart(asked.appointment.starts_at, props.language, props.zone)
    : "";
  const tooLong = lengthOf(reason.trim()) > REASON_MAX;
  const cancels = asked?.act === "cancel";
  const confirm = () => {
    if (asked === null) return;
    if (!cancels) return props.onNoShow(asked.appointment);
    if (reason.trim() === "") return setMissing(true);
    if (tooLong) return; // it says so
    props.onCancel(asked.appointment, reason.trim());
  };
  return (
    <Dialog
      id="day-act"
      title={cancels
        ? t(texts.cancelDialog, { name, time })
        : t(texts.noShowConfirm, { name })}
      dialogRef={dialog}
      onClose={props.onClose}
      actions={
        <>
          <Button type="button" kind="danger" onClick={confirm}>
            {cancels ? texts.cancelConfirm : texts.noShow}
          </Button>
          <Button type="button" kind="secondary" onClick={props.onClose}>
            {texts.keep}
          </Button>
        </>
      }
    >
      <p>{cancels ? texts.cancelDialogText : texts.noShowText}</p>
      {cancels && (
        <GuestIsTold guest={asked.appointment.guest} texts={props.third} />
      )}
      {cancels && (
        <Textarea
          name="reason"
          label={texts.reason}
          rows={2}
          value={reason}
          error={missing
            ? texts.reasonMissing
            : tooLong
            ? texts.reasonTooLong
            : undefined}
          onInput={(event) => setReason(event.currentTarget.value)}
        />
      )}
    </Dialog>
  );
}
