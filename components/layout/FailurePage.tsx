import type { FailureTexts } from "@/i18n/fr/failure.ts";
import { t } from "@/i18n/mod.ts";
import { ButtonLink } from "@/components/ui/Button.tsx";

interface FailurePageProps {
  /** HTTP status; decides what is said. */
  status: number;
  /** For the helpdesk: stands in the log, too. */
  requestId: string;
  home: string;
  texts: FailureTexts;
}

/** What happened, what to do, and the number to give to the helpdesk. */
export function FailurePage(
  { status, requestId, home, texts }: FailurePageProps,
) {
  const { title, text } = wording(status, texts);
  return (
    <div class="prose failure">
      <h1>{title}</h1>
      <p>{text}</p>
      <p class="row">
        <ButtonLink href={home}>{texts.toHome}</ButtonLink>
      </p>
      <p class="quiet">{t(texts.requestNumber, { id: requestId })}</p>
    </div>
  );
}

/** The title and text for an HTTP status. */
export function wording(
  status: number,
  texts: FailureTexts,
): { title: string; text: string } {
  switch (status) {
    case 400:
    case 405:
    case 413:
      return { title: texts.badRequestTitle, text: texts.badRequestText };
    case 403:
      return { title: texts.forbiddenTitle, text: texts.forbiddenText };
    case 404:
      return { title: texts.notFoundTitle, text: texts.notFoundText };
    case 409:
      return { title: texts.conflictTitle, text: texts.conflictText };
    case 429:
      return { title: texts.tooManyTitle, text: texts.tooManyText };
    case 503:
      return { title: texts.unavailableTitle, text: texts.unavailableText };
    default:
      return { title: texts.brokenTitle, text: texts.brokenText };
  }
}
