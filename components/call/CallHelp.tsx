import type { ComponentChildren } from "preact";
import { Icon } from "@/components/ui/Icon.tsx";
import { Sheet } from "@/components/ui/Sheet.tsx";
import { phoneLink } from "@/domain/phone.ts";
import type { ConsultationTexts } from "@/i18n/fr/consultation.ts";

interface CallHelpProps {
  /** The number, and when somebody answers it. */
  helpdesk: { phone: string; hours: string };
  texts: ConsultationTexts;
  /** What else helps. */
  children?: ComponentChildren;
}

/** Whom to call when something does not work: a sheet over the call, which goes on. */
export function CallHelp({ helpdesk, texts, children }: CallHelpProps) {
  const id = "call-help";
  return (
    <>
      <button
        type="button"
        class="stage-label call-help"
        popovertarget={id}
      >
        <Icon name="help" />
        {texts.help}
      </button>
      <Sheet id={id} title={texts.helpTitle} closeLabel={texts.closeSheet}>
        <p>{helpdesk.hours} {texts.helpInCall}</p>
        <p>
          <a class="text-link" href={phoneLink(helpdesk.phone)}>
            <Icon name="phone" />
            {helpdesk.phone}
          </a>
        </p>
        {children}
      </Sheet>
    </>
  );
}
