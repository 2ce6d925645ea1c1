import { Button } from "@/components/ui/Button.tsx";
import { Card } from "@/components/ui/Card.tsx";
import { paths } from "@/domain/paths.ts";
import type { AccountDataTexts } from "@/i18n/fr/account_data.ts";
import type { Language } from "@/i18n/mod.ts";

interface DataCardProps {
  /** No request is open. */
  mayAskErasure: boolean;
  language: Language;
  texts: AccountDataTexts;
}

/** All data of the account as one file, and the way to its erasure. */
export function DataCard({ mayAskErasure, language, texts }: DataCardProps) {
  return (
    <Card title={texts.exportTitle}>
      <p>{texts.exportText}</p>
      <p>{texts.exportWarning}</p>
      <form
        class="form-actions"
        method="post"
        action={paths.accountExport(language)}
      >
        <Button kind="secondary" icon="download">{texts.exportButton}</Button>
      </form>
      {mayAskErasure && (
        <p>
          <a href={paths.accountErasure(language)}>{texts.erasureLink}</a>
        </p>
      )}
    </Card>
  );
}
