import type { DocumentRecord } from "@/domain/document_records.ts";
import { paths } from "@/domain/paths.ts";
import type { DocumentTexts } from "@/i18n/document_names.ts";
import { type Language, t } from "@/i18n/mod.ts";
import { ButtonLink } from "@/components/ui/Button.tsx";
import { Notice } from "@/components/ui/Notice.tsx";

interface PatientStepsProps {
  document: Pick<
    DocumentRecord,
    "id" | "kind" | "deliveries" | "employer_sha256"
  >;
  language: Language;
  texts: DocumentTexts;
}

/** What the patient does next with a document, in a sentence and a button. */
export function PatientSteps({ document, language, texts }: PatientStepsProps) {
  const { id, kind, deliveries, employer_sha256 } = document;
  const copies = deliveries.filter(({ recipient, purpose }) =>
    (recipient === "pharmacy" || recipient === "laboratory") &&
    purpose === "copy"
  );
  const copy = copies.findLast(({ state }) => state !== "failed");
  const failed = copies.at(-1);
  const atCns = deliveries.some(({ recipient, purpose, state }) =>
    recipient === "cns" && purpose === "copy" && state !== "failed"
  );
  const payment = deliveries.findLast(({ recipient, purpose }) =>
    recipient === "cns" && purpose === "payment"
  );
  switch (kind) {
    case "prescription":
    case "lab_order": {
      const lab = kind === "lab_order";
      const words = lab
        ? [
          texts.atLaboratory,
          texts.chooseLaboratoryFirst,
          texts.chooseLaboratory,
        ] as const
        : [
          texts.atPharmacy,
          texts.choosePharmacyFirst,
          texts.choosePharmacy,
        ] as const;
      return (
        <section class="section" aria-labelledby="copy">
          <h2 id="copy">{texts.whereNow}</h2>
          <p>
            {copy
              ? t(words[0], { name: copy.name ?? "" })
              : failed
              ? t(texts.copyFailed, { name: failed.name ?? "" })
              : words[1]}
          </p>
          <div class="row">
            <ButtonLink
              kind={copy ? "secondary" : "primary"}
              href={paths.documentRecipient(language, id)}
            >
              {words[2]}
            </ButtonLink>
            {!lab && (
              <ButtonLink
                kind="secondary"
                icon="send"
                href={paths.documentForward(language, id)}
              >
                {texts.forward}
              </ButtonLink>
            )}
          </div>
        </section>
      );
    }
    case "sick_leave":
      return (
        <>
          <Notice kind="info">
            <p>{atCns ? texts.employerSheet : texts.employerSheetOnly}</p>
          </Notice>
          <div class="row">
            <ButtonLink
              kind="secondary"
              icon="send"
              href={paths.documentForward(language, id)}
            >
              {texts.forwardSheet}
            </ButtonLink>
            {employer_sha256 && (
              <ButtonLink
                kind="quiet"
                icon="download"
                href={paths.documentFile(language, id, "employer")}
                target="_blank"
              >
                {texts.employerFile}
              </ButtonLink>
            )}
          </div>
        </>
      );
    case "fee_note":
      return (
        <section class="section" aria-labelledby="payment">
          <h2 id="payment">{texts.payTitle}</h2>
          {payment && payment.state !== "failed"
            ? (
              <Notice kind="success">
                <p>{texts.sentToCns}</p>
              </Notice>
            )
            : (
              <>
                <p>{payment ? texts.cnsFailed : texts.payText}</p>
                <ButtonLink href={paths.documentPayment(language, id)}>
                  {texts.sendToCns}
                </ButtonLink>
              </>
            )}
        </section>
      );
  }
}
