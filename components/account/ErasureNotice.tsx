import { Button } from "@/components/ui/Button.tsx";
import { Notice } from "@/components/ui/Notice.tsx";
import { paths } from "@/domain/paths.ts";
import { formatDate } from "@/i18n/format.ts";
import type { AccountDataTexts } from "@/i18n/fr/account_data.ts";
import { type Language, t } from "@/i18n/mod.ts";

interface ErasureNoticeProps {
  /** ISO instant. */
  askedAt: string;
  language: Language;
  texts: AccountDataTexts;
}

/** That the erasure of the account was asked for, and the way back. */
export function ErasureNotice(
  { askedAt, language, texts }: ErasureNoticeProps,
) {
  return (
    <Notice kind="warning" title={texts.erasureOpenTitle}>
      <p>{t(texts.erasureOpen, { date: formatDate(askedAt, language) })}</p>
      <form
        class="row"
        method="post"
        action={paths.accountErasure(language)}
      >
        <input type="hidden" name="act" value="withdraw" />
        <Button kind="secondary">{texts.erasureWithdraw}</Button>
      </form>
    </Notice>
  );
}
