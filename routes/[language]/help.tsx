import { page } from "fresh";
import { GuideText } from "@/components/help/GuideText.tsx";
import {
  guideSections,
  searchGuide,
} from "@/components/help/guide_sections.ts";
import { hoursOf } from "@/components/layout/helpdesk.ts";
import { Button, ButtonLink } from "@/components/ui/Button.tsx";
import { EmptyState } from "@/components/ui/EmptyState.tsx";
import { Field } from "@/components/ui/Field.tsx";
import { HelpCard } from "@/components/ui/HelpCard.tsx";
import { Notice } from "@/components/ui/Notice.tsx";
import { define } from "@/define.ts";
import { paths } from "@/domain/paths.ts";
import { t } from "@/i18n/mod.ts";
import { helpdesk } from "@/services/helpdesk.ts";

export const handler = define.handlers({
  GET: (ctx) => {
    const { frame, guide, consultation } = ctx.state.texts;
    ctx.state.title = frame.help;
    ctx.state.isPublic = true;
    ctx.state.description = guide.intro;
    const query = (ctx.url.searchParams.get("q") ?? "").trim().slice(0, 100);
    return page({
      query,
      sections: searchGuide(
        guideSections(guide, consultation, helpdesk().phone),
        query,
      ),
    });
  },
});

/** Help: whom to call and when, and the guide for patients, which can be searched (docs/specification.md, 10). */
export default define.page<typeof handler>(
  function Help({ data: { query, sections }, state }) {
    const { language, texts: { frame, guide, consultation } } = state;
    return (
      <div class="page-grid">
        <article class="prose">
          <h1>{frame.help}</h1>
          <p class="lead">{guide.intro}</p>
          <Notice kind="warning">
            <p>{guide.emergency}</p>
          </Notice>
          <form class="form no-print" method="get" role="search">
            <Field
              name="q"
              label={guide.searchLabel}
              type="search"
              value={query}
              optional=""
            />
            <div class="form-actions">
              <Button icon="search">{frame.search}</Button>
              {query !== "" && (
                <ButtonLink kind="quiet" href={paths.help(language)}>
                  {guide.showAll}
                </ButtonLink>
              )}
            </div>
          </form>
          {query === "" && (
            <nav class="no-print" aria-label={guide.contents}>
              <ul>
                {sections.map(({ id, title }) => (
                  <li key={id}>
                    <a href={`#${id}`}>{title}</a>
                  </li>
                ))}
              </ul>
            </nav>
          )}
          {sections.length === 0
            ? (
              <EmptyState
                drawing="no-connection"
                title={t(guide.nothingFound, { query })}
                level={2}
              >
                <p>{t(guide.troubleHelp, { phone: helpdesk().phone })}</p>
              </EmptyState>
            )
            : <GuideText sections={sections} allowing={consultation} />}
        </article>
        <aside class="page-aside aside-first" aria-label={frame.helpdeskPhone}>
          <HelpCard
            title={frame.question}
            text={hoursOf(helpdesk(), language, frame)}
            phone={helpdesk().phone}
            email={helpdesk().email}
          />
        </aside>
      </div>
    );
  },
);
