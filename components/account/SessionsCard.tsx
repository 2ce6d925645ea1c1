import { Button } from "@/components/ui/Button.tsx";
import { Card } from "@/components/ui/Card.tsx";
import { paths } from "@/domain/paths.ts";
import type { Language } from "@/i18n/mod.ts";
import type { Catalogue } from "@/i18n/texts.ts";

interface SessionsCardProps {
  language: Language;
  texts: Pick<Catalogue, "account">;
}

/** Ends every session of the account, this one too. */
export function SessionsCard(
  { language, texts: { account } }: SessionsCardProps,
) {
  return (
    <Card title={account.sessionsTitle}>
      <p>{account.sessionsText}</p>
      <form
        class="form-actions"
        method="post"
        action={paths.signOut(language)}
      >
        <input type="hidden" name="scope" value="global" />
        <Button kind="danger">{account.signOutEverywhere}</Button>
      </form>
    </Card>
  );
}
