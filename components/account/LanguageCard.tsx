import { Button } from "@/components/ui/Button.tsx";
import { Card } from "@/components/ui/Card.tsx";
import { Select } from "@/components/ui/Select.tsx";
import { paths } from "@/domain/paths.ts";
import { type Language, languageNames, languages } from "@/i18n/mod.ts";
import type { Catalogue } from "@/i18n/texts.ts";

interface LanguageCardProps {
  /** The language of SMS and e-mails. */
  chosen: Language;
  /** The language of this page. */
  language: Language;
  texts: Pick<Catalogue, "account" | "frame">;
}

/** In which language messages are written. */
export function LanguageCard({ chosen, language, texts }: LanguageCardProps) {
  const { account, frame } = texts;
  return (
    <Card title={account.languageTitle}>
      <form class="form" method="post" action={paths.account(language)}>
        <input type="hidden" name="form" value="language" />
        <Select
          name="language"
          label={account.languageText}
          value={chosen}
          options={languages.map((value) => ({
            value,
            label: languageNames[value],
          }))}
        />
        <div class="form-actions">
          <Button kind="secondary">{frame.save}</Button>
        </div>
      </form>
    </Card>
  );
}
