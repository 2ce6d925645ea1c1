import { Badge } from "@/components/ui/Badge.tsx";
import { Button } from "@/components/ui/Button.tsx";
import { paths } from "@/domain/paths.ts";
import type { Language } from "@/i18n/mod.ts";

interface IdentityCheckProps {
  appointmentId: string;
  /** Where the press leads back to. */
  from: "workspace" | "consultation";
  language: Language;
  texts: { identityUnchecked: string; identityConfirm: string };
}

/** Nothing proved who the patient is: says so, until the doctor has seen an identity document. */
export function IdentityCheck(
  { appointmentId, from, language, texts }: IdentityCheckProps,
) {
  return (
    <form
      class="identity-check"
      method="post"
      action={paths.identity(language, appointmentId)}
    >
      <input type="hidden" name="from" value={from} />
      <Badge kind="wait" icon="warning">{texts.identityUnchecked}</Badge>
      <Button kind="quiet">{texts.identityConfirm}</Button>
    </form>
  );
}
