import { useEffect, useState } from "preact/hooks";
import { pushPossible, subscribeToCall } from "@/browser/push.ts";
import { Notice } from "@/components/ui/Notice.tsx";
import { ScriptButton } from "@/components/ui/ScriptButton.tsx";
import type { ConnectionTexts } from "@/i18n/fr/connection.ts";

interface PushOfferProps {
  appointmentId: string;
  /** With which browsers subscribe at this installation. */
  publicKey: string;
  texts: ConnectionTexts;
}

/** Offers to tell of the call when the page is closed: a sentence, and only after a press the browser's question. */
export function PushOffer(props: PushOfferProps) {
  const { appointmentId, publicKey, texts } = props;
  const [state, setState] = useState<"none" | "offered" | "on" | "refused">(
    "none",
  );
  const turnOn = async () => {
    try {
      const told = await subscribeToCall(appointmentId, publicKey);
      setState(told ? "on" : "refused");
    } catch {
      setState("refused");
    }
  };
  useEffect(() => {
    if (!pushPossible() || Notification.permission === "denied") return;
    // Allowed at an earlier appointment: nobody is asked twice.
    if (Notification.permission === "granted") void turnOn();
    else setState("offered");
  }, []);
  switch (state) {
    case "none":
      return null;
    case "on":
      return <Notice kind="success">{texts.pushOn}</Notice>;
    case "refused":
      return <Notice kind="warning">{texts.pushRefused}</Notice>;
    case "offered":
      return (
        <Notice>
          <p>{texts.pushSentence}</p>
          <p>
            <ScriptButton
              class="link-button"
              onClick={() => void turnOn()}
            >
              {texts.pushTurnOn}
            </ScriptButton>
          </p>
        </Notice>
      );
  }
}
