import { page } from "fresh";
import { OrganisationList } from "@/components/documents/OrganisationList.tsx";
import { define } from "@/define.ts";
import { paths } from "@/domain/paths.ts";
import {
  chooseOrganisation,
  readDocument,
  searchOrganisations,
} from "@/services/documents/documents.ts";
import { documentsChanged } from "@/services/documents/signal.ts";
import { readForm } from "@/services/http/form.ts";
import { requirePatient } from "@/services/http/guard.ts";

export const handler = define.handlers({
  GET: async (ctx) => {
    const person = requirePatient(ctx);
    const document = await readDocument(person, ctx.params.id);
    const kind = document.kind === "lab_order" ? "laboratory" : "pharmacy";
    const search = ctx.url.searchParams.get("search") ?? "";
    const found = await searchOrganisations(person, kind, search);
    const { documents: texts } = ctx.state.texts;
    ctx.state.title = kind === "laboratory"
      ? texts.chooseLaboratory
      : texts.choosePharmacy;
    return page({ document, search, found, current: document[kind]?.id });
  },
  POST: async (ctx) => {
    const form = await readForm(ctx.req);
    const person = requirePatient(ctx, form);
    const document = await readDocument(person, ctx.params.id);
    await chooseOrganisation(person, document, String(form.get("chosen")));
    documentsChanged();
    return ctx.redirect(paths.document(ctx.state.language, document.id), 303);
  },
});

/** The pharmacy or laboratory that gets the copy, from the directory. */
export default define.page<typeof handler>(
  function DocumentRecipient({ data, state }) {
    const { language, title, texts: { documents: texts } } = state;
    const { document, search, found, current } = data;
    return (
      <div class="page-main column">
        <h1>{title}</h1>
        <OrganisationList
          found={found}
          current={current}
          action={paths.documentRecipient(language, document.id)}
          search={search}
          again
          texts={texts}
        />
      </div>
    );
  },
);
