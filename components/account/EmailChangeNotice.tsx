import { Button } from "@/components/ui/Button.tsx";
import { Notice } from "@/components/ui/Notice.tsx";
import { maskEmail } from "@/domain/email.ts";
import { paths } from "@/domain/paths.ts";
import { formatDayOfYear, formatTimeWithZone } from "@/i18n/format.ts";
import type { AccountTexts } from "@/i18n/fr/account.ts";
import { type Language, t } from "@/i18n/mod.ts";

interface EmailChangeNoticeProps {
  change: {
    id: string;
    /** The new address; shown masked, since others may see the screen. */
    email: string;
    sendings: number;
    /** ISO instant. */
    ends_at: string;
  };
  language: Language;
  texts: AccountTexts;
}

/** A change of address that waits for its link: until when, its e-mail once more, and the way back. */
export function EmailChangeNotice(
  { change, language, texts }: EmailChangeNoticeProps,
) {
  const form = { method: "post", action: paths.emailChange(language) } as const;
  return (
    <Notice kind="info" title={texts.emailWaitingTitle}>
      <p>
        {t(texts.emailWaiting, {
          email: maskEmail(change.email),
          day: formatDayOfYear(change.ends_at, language),
          time: formatTimeWithZone(change.ends_at, language),
        })}
      </p>
      <p>{texts.emailNotAsked}</p>
      <div class="row">
        <form {...form}>
          <input type="hidden" name="act" value="resend" />
          <input type="hidden" name="id" value={change.id} />
          <input type="hidden" name="sendings" value={change.sendings} />
          <Button kind="secondary">{texts.emailResend}</Button>
        </form>
        <form {...form}>
          <input type="hidden" name="act" value="withdraw" />
          <input type="hidden" name="id" value={change.id} />
          <Button kind="secondary">{texts.emailWithdraw}</Button>
        </form>
      </div>
    </Notice>
  );
}
