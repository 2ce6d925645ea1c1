import { Button } from "@/components/ui/Button.tsx";
import { Card } from "@/components/ui/Card.tsx";
import { ErrorSummary } from "@/components/ui/ErrorSummary.tsx";
import { paths } from "@/domain/paths.ts";
import type { Language } from "@/i18n/mod.ts";
import type { Catalogue } from "@/i18n/texts.ts";
import { AddressFields } from "./AddressFields.tsx";
import { type FormState, summary } from "./form_state.ts";

interface AddressCardProps {
  form: FormState;
  language: Language;
  texts: Pick<Catalogue, "account" | "frame">;
}

/** The postal address, to change. */
export function AddressCard({ form, language, texts }: AddressCardProps) {
  const { account, frame } = texts;
  return (
    <Card title={account.addressTitle}>
      <p class="soft">{account.addressHint}</p>
      <ErrorSummary title={frame.problem} errors={summary(form, account)} />
      <form
        class="form"
        method="post"
        action={paths.account(language)}
        novalidate
      >
        <input type="hidden" name="form" value="address" />
        <AddressFields form={form} language={language} texts={account} />
        <div class="form-actions">
          <Button>{frame.save}</Button>
        </div>
      </form>
    </Card>
  );
}
