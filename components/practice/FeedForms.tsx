import { Button } from "@/components/ui/Button.tsx";
import { Field } from "@/components/ui/Field.tsx";
import { Notice } from "@/components/ui/Notice.tsx";
import { formatDate } from "@/i18n/format.ts";
import type { PracticeTexts } from "@/i18n/fr/practice.ts";
import { type Language, t } from "@/i18n/mod.ts";

/** The secret address of the agenda: made, shown once, revoked. */
export function FeedForms(
  { since, address, language, texts }: {
    /** ISO instant; null without a feed. */
    since: string | null;
    /** Just made. */
    address?: string;
    language: Language;
    texts: PracticeTexts;
  },
) {
  return (
    <div class="stack">
      <p>{texts.feedText}</p>
      {address && (
        <Notice kind="success" announce>
          <p>{texts.feedShown}</p>
        </Notice>
      )}
      {address && (
        <Field
          name="feed"
          label={texts.feedAddress}
          value={address}
          readOnly
        />
      )}
      {since && !address && (
        <p>
          {t(texts.feedSince, { date: formatDate(since, language) })}
        </p>
      )}
      <form method="post" class="row">
        <Button kind="secondary" name="intent" value="feed">
          {since ? texts.feedAgain : texts.feedNew}
        </Button>
        {since && (
          <Button kind="quiet" name="intent" value="feed-end">
            {texts.feedRevoke}
          </Button>
        )}
      </form>
    </div>
  );
}
