import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Button } from "@/components/ui/Button.tsx";
import { t } from "@/i18n/mod.ts";
import type { Text } from "@/i18n/mod.ts";

interface ResendButtonProps {
  /** How long until another code may be asked for, in seconds, when the page was made. */
  wait: number;
  texts: { resend: Text; resendIn: Text<"seconds">; resendNow: Text };
}

/** Asks for another code. Counts down until that is possible; without JavaScript the server says when it is too soon. */
export default function ResendButton({ wait, texts }: ResendButtonProps) {
  const left = useSignal(0);
  const counted = useSignal(false);
  useEffect(() => {
    const end = performance.now() + wait * 1000;
    const tick = () => {
      left.value = Math.max(0, Math.ceil((end - performance.now()) / 1000));
      if (left.value === 0) clearInterval(timer);
      else counted.value = true;
    };
    const timer = setInterval(tick, 250);
    tick();
    return () => clearInterval(timer);
  }, [wait]);
  return (
    <>
      <Button kind="quiet" disabled={left.value > 0}>
        {left.value > 0
          ? t(texts.resendIn, { seconds: left.value })
          : texts.resend}
      </Button>
      <span class="visually-hidden" role="status">
        {counted.value && left.value === 0 ? texts.resendNow : ""}
      </span>
    </>
  );
}
