import { HttpError, page } from "fresh";
import { OrganisationList } from "@/components/documents/OrganisationList.tsx";
import { Button } from "@/components/ui/Button.tsx";
import { define } from "@/define.ts";
import type { OrganisationKind } from "@/domain/document_records.ts";
import { fullName } from "@/domain/names.ts";
import { paths } from "@/domain/paths.ts";
import { t } from "@/i18n/mod.ts";
import { readDependants } from "@/services/accounts/dependants.ts";
import { readChosen, saveChosen } from "@/services/accounts/organisations.ts";
import { searchOrganisations } from "@/services/documents/documents.ts";
import { readForm } from "@/services/http/form.ts";
import { requirePatient } from "@/services/http/guard.ts";

function kindOf(text: string | undefined): OrganisationKind {
  if (text === "pharmacy" || text === "laboratory") return text;
  throw new HttpError(404);
}

export const handler = define.handlers({
  GET: async (ctx) => {
    const kind = kindOf(ctx.params.kind);
    const person = requirePatient(ctx);
    const search = ctx.url.searchParams.get("search") ?? "";
    const patient = ctx.url.searchParams.get("patient");
    const [found, chosenOf, dependants] = await Promise.all([
      searchOrganisations(person, kind, search),
      readChosen(person),
      readDependants(person),
    ]);
    const dependant = dependants.find(({ id }) => id === patient);
    if (patient !== null && !dependant) throw new HttpError(404);
    const { documents: texts } = ctx.state.texts;
    ctx.state.title = kind === "pharmacy"
      ? texts.choosePharmacy
      : texts.chooseLaboratory;
    const current = chosenOf(patient)[kind];
    return page({ kind, found, search, dependant, current });
  },
  POST: async (ctx) => {
    const kind = kindOf(ctx.params.kind);
    const form = await readForm(ctx.req);
    const person = requirePatient(ctx, form);
    const chosen = String(form.get("chosen") ?? "");
    await saveChosen(person, {
      kind,
      chosen: chosen === "none" ? null : chosen,
      patient: ctx.url.searchParams.get("patient"),
    });
    return ctx.redirect(
      paths.account(ctx.state.language, "organisation"),
      303,
    );
  },
});

/** The patient's pharmacy or laboratory for coming documents, from the directory. */
export default define.page<typeof handler>(
  function OrganisationChoice({ data, state }) {
    const { language, title, texts: { documents: texts } } = state;
    const { kind, found, search, dependant, current } = data;
    return (
      <div class="page-main column">
        <h1>{title}</h1>
        {dependant && (
          <p class="lead" dir="auto">
            {t(texts.forPatient, { name: fullName(dependant) })}
          </p>
        )}
        <p>{texts.organisationsText}</p>
        <OrganisationList
          found={found}
          current={current?.id}
          action={paths.organisationChoice(language, kind)}
          search={search}
          patient={dependant?.id}
          texts={texts}
        />
        {current && (
          <form method="post">
            <Button kind="quiet" name="chosen" value="none">
              {texts.chooseNone}
            </Button>
          </form>
        )}
      </div>
    );
  },
);
