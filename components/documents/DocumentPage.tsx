import type { ComponentChildren } from "preact";
import type { DocumentRecord } from "@/domain/document_records.ts";
import { paths } from "@/domain/paths.ts";
import { doctorName } from "@/domain/records.ts";
import { type DocumentTexts, kindName } from "@/i18n/document_names.ts";
import { formatDate } from "@/i18n/format.ts";
import { type Language, t } from "@/i18n/mod.ts";
import { Button, ButtonLink } from "@/components/ui/Button.tsx";
import { Notice } from "@/components/ui/Notice.tsx";
import { DeliveryList } from "./DeliveryList.tsx";
import { DocumentState } from "./DocumentState.tsx";
import { PatientSteps } from "./PatientSteps.tsx";

interface DocumentPageProps {
  document: DocumentRecord;
  as: "patient" | "doctor";
  language: Language;
  texts: DocumentTexts;
  /** Shown in the place of the file until it is made. */
  wait?: ComponentChildren;
}

/** An issued document: the file, where the copies are, and what comes next. */
export function DocumentPage(props: DocumentPageProps) {
  const { document, as, language, texts, wait } = props;
  const { id, kind, number, state, doctor, patient, consulted_at } = document;
  const date = formatDate(consulted_at, language, doctor.time_zone);
  const mine = document.deliveries.filter(({ recipient, purpose }) =>
    as === "doctor" || (recipient !== "patient" && purpose !== "withdrawn")
  );
  return (
    <div class="page-main column">
      <div class="row row-spread">
        <h1>
          {kindName(kind, texts)} <span class="no-wrap">{number}</span>
        </h1>
        <DocumentState document={document} texts={texts} />
      </div>
      <p class="lead" dir="auto">
        {t(texts.from, { doctor: doctorName(doctor, language), date })}
        <br />
        {t(texts.forPatient, {
          name: `${patient.first_name} ${patient.last_name}`,
        })}
      </p>
      {state === "voided" && <Voided {...props} />}
      {document.ready
        ? (
          <div class="row">
            <ButtonLink
              kind={state === "voided" ? "secondary" : "primary"}
              icon="download"
              href={paths.documentFile(language, id)}
              target="_blank"
            >
              {texts.download}
            </ButtonLink>
          </div>
        )
        : wait}
      {as === "patient" && state === "issued" && <PatientSteps {...props} />}
      {mine.length > 0 && (
        <section class="section" aria-labelledby="deliveries">
          <h2 id="deliveries">{texts.recipients}</h2>
          <DeliveryList
            deliveries={mine}
            texts={texts}
            retry={as === "doctor"
              ? paths.documentDelivery(language, id)
              : undefined}
          />
        </section>
      )}
      {as === "doctor" && state === "issued" && <DoctorActs {...props} />}
    </div>
  );
}

function Voided({ document, language, texts }: DocumentPageProps) {
  const { replaced_by, void_reason } = document;
  return (
    <Notice kind="warning">
      {replaced_by
        ? (
          <p>
            <a href={paths.document(language, replaced_by)}>
              {texts.replacedByLink}
            </a>
          </p>
        )
        : (
          <p dir="auto">
            {t(texts.voidedBecause, { reason: void_reason ?? "" })}
          </p>
        )}
    </Notice>
  );
}

function DoctorActs({ document: { id }, language, texts }: DocumentPageProps) {
  return (
    <section class="section" aria-label={texts.correct}>
      <p class="soft small">{texts.correctText}</p>
      <div class="row">
        <form method="post" action={paths.documentCorrection(language, id)}>
          <Button kind="secondary">{texts.correct}</Button>
        </form>
        <ButtonLink kind="quiet" href={paths.documentVoid(language, id)}>
          {texts.void}
        </ButtonLink>
      </div>
    </section>
  );
}
