import { page } from "fresh";
import { Button } from "@/components/ui/Button.tsx";
import { EmptyState } from "@/components/ui/EmptyState.tsx";
import { Field } from "@/components/ui/Field.tsx";
import { define } from "@/define.ts";
import { paths } from "@/domain/paths.ts";
import { formatDate } from "@/i18n/format.ts";
import { t } from "@/i18n/mod.ts";
import { requireDoctor } from "@/services/http/guard.ts";
import { searchPatients } from "@/services/practice/patient_file.ts";

export const handler = define.handlers({
  GET: async (ctx) => {
    const person = requireDoctor(ctx);
    ctx.state.title = ctx.state.texts.practice.patients;
    ctx.state.layout = "workspace";
    const query = (ctx.url.searchParams.get("q") ?? "").slice(0, 100);
    return page({ query, found: await searchPatients(person, query) });
  },
});

/** The doctor's own patients: those seen last, or those whom a search finds. */
export default define.page<typeof handler>(
  function Patients({ data: { query, found }, state }) {
    const { language, texts: { practice: texts, frame } } = state;
    const date = (day: string) => formatDate(`${day}T12:00:00Z`, language);
    return (
      <div class="column stack">
        <h1>{texts.patients}</h1>
        <form method="get" role="search" class="form">
          <Field
            name="q"
            type="search"
            label={texts.searchLabel}
            optional=""
            value={query}
            autofocus
          />
          <Button icon="search">{frame.search}</Button>
        </form>
        {found.length === 0
          ? (
            <EmptyState
              icon="user"
              title={query ? texts.nobodyFound : texts.noPatients}
            >
              {query && <p>{texts.nobodyFoundText}</p>}
            </EmptyState>
          )
          : (
            <ul class="rows list-plain">
              {found.map((one) => (
                <li key={one.id}>
                  <div>
                    <a href={paths.patientFile(language, one.id)}>
                      {one.first_name} {one.last_name}
                    </a>
                    <p class="soft">{date(one.born_on)}</p>
                  </div>
                  {one.last_seen_at && (
                    <span class="soft">
                      {t(texts.lastSeen, {
                        date: formatDate(one.last_seen_at, language),
                      })}
                    </span>
                  )}
                </li>
              ))}
            </ul>
          )}
      </div>
    );
  },
);
