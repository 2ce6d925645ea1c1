import { ButtonLink } from "@/components/ui/Button.tsx";
import { paths } from "@/domain/paths.ts";
import type { Language } from "@/i18n/mod.ts";

interface NewDocumentLinkProps {
  appointment: string;
  language: Language;
  texts: { newDocument: string; newDocumentTab: string };
}

/** Leads to the documents of a consultation in a tab of its own: a call or the day goes on in this one. */
export function NewDocumentLink(
  { appointment, language, texts }: NewDocumentLinkProps,
) {
  const note = `new-document-${appointment}`;
  return (
    <>
      <ButtonLink
        kind="secondary"
        icon="document"
        href={paths.appointmentDocuments(language, appointment)}
        target="_blank"
        aria-describedby={note}
      >
        {texts.newDocument}
      </ButtonLink>
      <span id={note} class="soft small">{texts.newDocumentTab}</span>
    </>
  );
}
