import type { ConsultationTexts } from "@/i18n/fr/consultation.ts";
import { type ReadyTick, ReadyTicks } from "./ReadyTicks.tsx";
import { SetupButton } from "./SetupButton.tsx";

interface RoomToolsProps {
  devices: "closed" | "opening" | "open";
  ticks: readonly ReadyTick[];
  /** The sheet of the equipment. */
  sheetId: string;
  /** Where a third person is invited. */
  invite: { href: string; text: string };
  leaveHref: string;
  texts: ConsultationTexts;
}

/** Below the stage: the equipment, what of it is ready, who else may come, and the way out. */
export function RoomTools(props: RoomToolsProps) {
  const { devices, ticks, sheetId, invite, leaveHref, texts } = props;
  return (
    <>
      {devices === "open" && <SetupButton sheetId={sheetId} texts={texts} />}
      {devices !== "closed" && (
        <ReadyTicks label={texts.whatIsReady} ticks={ticks} />
      )}
      <span class="row push">
        <a class="text-link" href={invite.href} target="_blank">
          {invite.text}
        </a>
        <a class="text-link" href={leaveHref}>{texts.leaveRoom}</a>
      </span>
    </>
  );
}
