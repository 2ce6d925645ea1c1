import { page } from "fresh";
import { Button, ButtonLink } from "@/components/ui/Button.tsx";
import { Notice } from "@/components/ui/Notice.tsx";
import { RecipientList } from "@/components/documents/RecipientList.tsx";
import { define } from "@/define.ts";
import { UNDO_FOR } from "@/domain/practice.ts";
import { paths } from "@/domain/paths.ts";
import { toErrorKey } from "@/domain/errors.ts";
import { documentActs, readDocument } from "@/services/documents/documents.ts";
import { documentsChanged } from "@/services/documents/signal.ts";
import { readForm } from "@/services/http/form.ts";
import { requireDoctor } from "@/services/http/guard.ts";

export const handler = define.handlers({
  GET: async (ctx) => {
    const person = requireDoctor(ctx);
    const document = await readDocument(person, ctx.params.id);
    const { language, texts } = ctx.state;
    if (document.state !== "draft") {
      return ctx.redirect(paths.document(language, document.id), 303);
    }
    ctx.state.title = texts.documents.signTitle;
    const undone = ctx.url.searchParams.has("undone");
    return page({ document, undone });
  },
  POST: async (ctx) => {
    const form = await readForm(ctx.req);
    const person = requireDoctor(ctx, form);
    const { id } = await readDocument(person, ctx.params.id);
    const here = paths.documentIssue(ctx.state.language, id);
    if (form.get("act") === "undo") {
      await documentActs.undo(person, id);
      return ctx.redirect(`${here}?undone`, 303);
    }
    await documentActs.sign(person, id, Number(form.get("version")));
    // A little later than the database's ten seconds.
    documentsChanged(UNDO_FOR + 200);
    return ctx.redirect(here, 303);
  },
});

/** Shows who gets the document, asks once, and lets it be taken back for ten seconds. */
export default define.page<typeof handler>(
  function IssueDocument({ data: { document, undone }, state }) {
    const { language, title, texts: { documents: texts, errors } } = state;
    const { id, issues_at, problem, version } = document;
    if (issues_at !== null) {
      return (
        <div class="page-main column">
          <meta http-equiv="refresh" content={`${UNDO_FOR / 1000 + 3}`} />
          <h1>{title}</h1>
          <Notice kind="success" announce>
            <p>{texts.undoText}</p>
          </Notice>
          <form method="post">
            <Button kind="secondary" name="act" value="undo">
              {texts.undo}
            </Button>
          </form>
        </div>
      );
    }
    return (
      <div class="page-main column">
        <h1>{title}</h1>
        {undone && (
          <Notice kind="info" announce>
            <p>{texts.undone}</p>
          </Notice>
        )}
        <p>{texts.signText}</p>
        <RecipientList document={document} texts={texts} />
        {problem && (
          <Notice kind="error" title={texts.incomplete} announce>
            <p>{errors[toErrorKey(problem)]}</p>
          </Notice>
        )}
        <form method="post" class="row">
          <input type="hidden" name="version" value={version} />
          {!problem && (
            <Button icon="send" name="act" value="sign">{texts.sign}</Button>
          )}
          <ButtonLink
            kind="secondary"
            href={paths.documentFile(language, id)}
            target="_blank"
          >
            {texts.previewOpen}
          </ButtonLink>
          <ButtonLink kind="quiet" href={paths.document(language, id)}>
            {texts.later}
          </ButtonLink>
        </form>
      </div>
    );
  },
);
