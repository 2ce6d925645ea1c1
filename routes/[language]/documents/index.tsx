import { page } from "fresh";
import { DocumentList } from "@/components/documents/DocumentList.tsx";
import { ButtonLink } from "@/components/ui/Button.tsx";
import { Chips } from "@/components/ui/Chips.tsx";
import { EmptyState } from "@/components/ui/EmptyState.tsx";
import { SearchForm } from "@/components/ui/SearchForm.tsx";
import { define, type State } from "@/define.ts";
import type { DocumentEntry } from "@/domain/document_records.ts";
import { documentKinds, isDocumentKind } from "@/domain/documents.ts";
import { paths } from "@/domain/paths.ts";
import { doctorName } from "@/domain/records.ts";
import { holdsWords } from "@/domain/word_search.ts";
import { kindName } from "@/i18n/document_names.ts";
import { formatDate, formatDay } from "@/i18n/format.ts";
import { listDocuments } from "@/services/documents/documents.ts";
import { requirePerson } from "@/services/http/guard.ts";

export const handler = define.handlers({
  GET: async (ctx) => {
    const person = requirePerson(ctx);
    const texts = ctx.state.texts.documents;
    const as = person.kind === "doctor"
      ? "doctor" as const
      : "patient" as const;
    ctx.state.title = as === "doctor" ? texts.doctorTitle : texts.title;
    const asked = ctx.url.searchParams.get("kind");
    const kind = isDocumentKind(asked) ? asked : undefined;
    const search = ctx.url.searchParams.get("q")?.trim().slice(0, 100) ||
      undefined;
    const all = await listDocuments(person);
    const documents = all.filter((document) =>
      (kind === undefined || document.kind === kind) &&
      (search === undefined || holds(document, search, ctx.state))
    );
    return page({ all, documents, kind, search, as });
  },
});

/** Whether every word that is looked for stands in what the list says of a document; in any case, with or without accents. */
function holds(
  { kind, number, doctor, patient, consulted_at }: DocumentEntry,
  search: string,
  { language, texts }: State,
): boolean {
  return holdsWords(
    [
      kindName(kind, texts.documents),
      number,
      doctorName(doctor, language),
      patient.first_name,
      patient.last_name,
      formatDate(consulted_at, language, doctor.time_zone),
      formatDay(consulted_at, language, doctor.time_zone),
    ].join(" "),
    search,
  );
}

/** My documents; for a doctor drafts and what was sent. */
export default define.page<typeof handler>(
  function Documents({ data, state }) {
    const { language, title, texts: { documents: texts } } = state;
    const { all, documents, kind, search, as } = data;
    const drafts = documents.filter(({ state }) => state === "draft");
    const issued = documents.filter(({ state }) => state !== "draft");
    return (
      <div class="page-main">
        <div class="section-head">
          <h1>{title}</h1>
          {as === "patient" && all.some(({ ready }) => ready) && (
            <ButtonLink
              kind="secondary"
              icon="download"
              href={paths.documentArchive(language)}
            >
              {texts.archive}
            </ButtonLink>
          )}
        </div>
        {all.length > 0 && (
          <>
            <SearchForm
              action={paths.documents(language)}
              name="q"
              label={texts.searchDocuments}
              example={texts.searchExample}
              value={search ?? ""}
              submit={texts.search}
            />
            <Chips
              label={texts.filterLabel}
              chips={[undefined, ...documentKinds].map((one) => ({
                label: one ? kindName(one, texts) : texts.all,
                href: paths.documents(language, one, search),
                current: one === kind,
              }))}
            />
          </>
        )}
        {all.length > 0 && documents.length === 0 && (
          <EmptyState icon="search" title={texts.noneFound}>
            <p>
              <a href={paths.documents(language)}>{texts.showAll}</a>
            </p>
          </EmptyState>
        )}
        {all.length === 0 && (
          <EmptyState icon="document" title={texts.none}>
            <p>{as === "doctor" ? texts.doctorNoneText : texts.noneText}</p>
          </EmptyState>
        )}
        {drafts.length > 0 && (
          <section class="section" aria-labelledby="drafts">
            <h2 id="drafts">{texts.toIssue}</h2>
            <DocumentList {...{ documents: drafts, as, language, texts }} />
          </section>
        )}
        {issued.length > 0 && (
          <DocumentList {...{ documents: issued, as, language, texts }} />
        )}
      </div>
    );
  },
);
