import { page } from "fresh";
import { DocumentPage } from "@/components/documents/DocumentPage.tsx";
import { analysisWords, textOf } from "@/components/documents/form_state.ts";
import { DraftPage, PREVIEW_ID } from "@/components/documents/DraftPage.tsx";
import { PREVIOUS } from "@/components/documents/TemplateFields.tsx";
import { define } from "@/define.ts";
import { paths } from "@/domain/paths.ts";
import { toErrorKey } from "@/domain/errors.ts";
import { holdsWords } from "@/domain/word_search.ts";
import { kindName } from "@/i18n/document_names.ts";
import { AnalysisSearch } from "@/islands/AnalysisSearch.tsx";
import { DocumentWait } from "@/islands/DocumentWait.tsx";
import { DraftSaver } from "@/islands/DraftSaver.tsx";
import { SickLeaveLength } from "@/islands/SickLeaveLength.tsx";
import {
  documentActs,
  readCatalogue,
  readDocument,
  saveDraft,
} from "@/services/documents/documents.ts";
import { readDraftForm } from "@/services/documents/form.ts";
import {
  deleteTemplate,
  fillDraft,
  keepTemplate,
} from "@/services/documents/templates.ts";
import { fieldErrors } from "@/services/documents/form_errors.ts";
import {
  readOutcome,
  redirectWithOutcome,
} from "@/services/http/form_outcome.ts";
import { readForm } from "@/services/http/form.ts";
import { requireDoctor, requirePerson } from "@/services/http/guard.ts";
import { isUuid } from "@/services/http/uuid.ts";
import { isRefusal } from "@/services/http/refusal.ts";
import { packForm, unpackForm } from "@/services/http/sent_form.ts";

export const handler = define.handlers({
  GET: async (ctx) => {
    const person = requirePerson(ctx);
    const { language, texts } = ctx.state;
    const document = await readDocument(person, ctx.params.id);
    ctx.state.title = kindName(document.kind, texts.documents);
    if (document.state !== "draft") {
      const as = person.kind === "doctor" ? "doctor" : "patient";
      return page({ shown: "document" as const, document, as } as const);
    }
    if (document.issues_at !== null) {
      return ctx.redirect(paths.documentIssue(language, document.id), 303);
    }
    const catalogue = await readCatalogue(person, document.id);
    const outcome = await readOutcome(ctx.req, person.id);
    // What was saved after that form is newer.
    if (outcome && outcome.typed.version === String(document.version)) {
      const { content, wrong } = readDraftForm(
        document.kind,
        unpackForm(outcome),
      );
      const { errors, frame } = texts;
      ctx.state.title = frame.errorPrefix + ctx.state.title;
      return page({
        shown: "draft" as const,
        document: { ...document, content },
        catalogue,
        errors: fieldErrors(wrong, texts.documents),
        problem: outcome.failure && errors[toErrorKey(outcome.failure)],
        template: null,
        find: "",
      }, { status: 422 });
    }
    const empty = ctx.url.searchParams.has("line");
    return page({
      shown: "draft" as const,
      document: empty ? withEmptyLine(document) : document,
      catalogue,
      errors: {},
      problem: undefined,
      template: ctx.url.searchParams.get("template"),
      find: ctx.url.searchParams.get("find") ?? "",
    });
  },
  POST: async (ctx) => {
    const form = await readForm(ctx.req);
    const person = requireDoctor(ctx, form);
    const { language } = ctx.state;
    const document = await readDocument(person, ctx.params.id);
    const { id, kind } = document;
    const act = form.get("act");
    if (act === "discard") {
      await documentActs.discard(person, id);
      return ctx.redirect(
        paths.appointmentDocuments(language, document.appointment_id),
        303,
      );
    }
    const { content, wrong } = readDraftForm(kind, form);
    const refuse = async (version: number, failure?: string) => {
      const path = paths.document(language, id);
      const typed = { ...packForm(form), version: String(version) };
      const outcome = { typed, failure };
      return await redirectWithOutcome(ctx, path, outcome, person.id);
    };
    const source = String(form.get("source") ?? "");
    let version = document.version;
    try {
      const before = Number(form.get("version"));
      const kept = act === "fill" && source !== ""
        ? await fillDraft(
          person,
          document,
          source === PREVIOUS ? null : source,
          content,
        )
        : content;
      version = await saveDraft(person, id, before, kept);
      if (act === "keep") {
        await keepTemplate(person, id, String(form.get("template") ?? ""));
      }
      if (act === "forget" && isUuid(source)) {
        await deleteTemplate(person, source);
      }
    } catch (error) {
      if (!isRefusal(error)) throw error;
      return await refuse(version, error.key);
    }
    const find = String(form.get("find") ?? "").slice(0, 100);
    if (wrong.length > 0 && act !== "add" && act !== "fill") {
      return await refuse(version);
    }
    const here = paths.document(language, id);
    const to = act === "review"
      ? paths.documentIssue(language, id)
      : act === "find"
      ? `${here}?${new URLSearchParams({ find })}`
      : act === "add"
      ? `${here}?line`
      : act === "keep" || act === "forget"
      ? `${here}?template=${act}`
      : here;
    return ctx.redirect(to, 303);
  },
});

/** One more line to fill in. */
function withEmptyLine<
  Document extends { content: Readonly<Record<string, unknown>> },
>(document: Document): Document {
  const { lines } = document.content;
  return {
    ...document,
    content: {
      ...document.content,
      lines: [...(Array.isArray(lines) ? lines : []), {}],
    },
  };
}

/** A document: the doctor's form while it is a draft, then the file and its deliveries. */
export default define.page<typeof handler>(
  function OneDocument({ data, state }) {
    const { language, texts } = state;
    if (data.shown === "document") {
      const { document, as } = data;
      const { beingMade, beingMadeLong, lookAgain } = texts.documents;
      return (
        <DocumentPage
          {...{ document, as, language }}
          texts={texts.documents}
          wait={!document.ready && (
            <DocumentWait
              path={paths.documentReady(document.id)}
              href={paths.document(language, document.id)}
              texts={{ beingMade, beingMadeLong, lookAgain }}
            />
          )}
        />
      );
    }
    const { document, catalogue, errors, problem, template, find } = data;
    const { saved, notSaved, templateKept, templateDeleted } = texts.documents;
    const done = template === "keep"
      ? templateKept
      : template === "forget"
      ? templateDeleted
      : undefined;
    return (
      <DraftPage
        {...{ document, catalogue, errors, problem, done, language, texts }}
        find={find}
        search={document.kind === "lab_order" && (
          <AnalysisSearch
            search={find}
            count={find === ""
              ? undefined
              : catalogue.analyses.filter((one) =>
                holdsWords(analysisWords(one), find)
              ).length}
            language={language}
            texts={{
              searchAnalyses: texts.documents.searchAnalyses,
              search: texts.documents.search,
              analysesFound_one: texts.documents.analysesFound_one,
              analysesFound_other: texts.documents.analysesFound_other,
            }}
          />
        )}
        length={document.kind === "sick_leave" && (
          <SickLeaveLength
            from={textOf(document.content.from)}
            to={textOf(document.content.to)}
            language={language}
            texts={{
              days_one: texts.documents.days_one,
              days_other: texts.documents.days_other,
            }}
          />
        )}
        saver={
          <DraftSaver
            path={paths.documentDraft(document.id)}
            preview={PREVIEW_ID}
            texts={{ saved, notSaved }}
            errors={texts.errors}
          />
        }
      />
    );
  },
);
