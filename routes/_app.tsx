import { asset } from "fresh/runtime";
import { HeadLinks } from "@/components/layout/HeadLinks.tsx";
import { PageMeta } from "@/components/layout/PageMeta.tsx";
import { Page } from "@/components/layout/Page.tsx";
import { DayWords } from "@/islands/DayWords.tsx";
import { UnreadNews } from "@/islands/UnreadNews.tsx";
import { Notice } from "@/components/ui/Notice.tsx";
import { define, type State } from "@/define.ts";
import { env } from "@/env.ts";
import { paths } from "@/domain/paths.ts";
import { helpdesk } from "@/services/helpdesk.ts";
import { readRefusal } from "@/services/http/refusal.ts";
import { languageTags } from "@/i18n/mod.ts";

/** The document around every page. */
export default define.page(function Document({ Component, state, url }) {
  const { language, person, texts } = state;
  const { frame } = texts;
  const refusal = readRefusal(url);
  const title = state.title
    ? `${refusal ? frame.errorPrefix : ""}${state.title} – eConsult`
    : "eConsult";
  // The tab says it too; what is shared or found by a search engine does not.
  const unread = state.unread > 0 ? `(${state.unread}) ` : "";
  return (
    <html lang={languageTags[language]}>
      <head>
        <title>{unread + title}</title>
        <PageMeta
          origin={env().PUBLIC_URL}
          path={url.pathname}
          title={title}
          description={state.description ?? texts.booking.homeIntro}
          language={language}
          reach={state.isPublic ? "public" : person ? "own" : "unlisted"}
        />
        <HeadLinks
          stylesheets={stylesheets(state, url.pathname)}
          font={asset("/fonts/atkinson-latin.woff2")}
        />
      </head>
      <body>
        <Page
          language={language}
          texts={frame}
          path={url.pathname + url.search}
          links={{
            // A doctor's way home is their day; nothing leads them to the patients' pages.
            home: person?.kind === "doctor"
              ? paths.workspace(language)
              : paths.home(language),
            signIn: paths.signIn(language),
            help: paths.help(language),
            privacy: paths.privacy(language),
            accessibility: paths.accessibility(language),
          }}
          helpdesk={helpdesk()}
          nav={menu(state, url.pathname)}
          account={person
            ? {
              name: person.name,
              items: [{
                href: paths.account(language),
                label: frame.account,
              }],
              signOut: paths.signOut(language),
            }
            : undefined}
          layout={state.layout}
        >
          {refusal && (
            <Notice kind="error" title={frame.problem} announce>
              <p>{texts.errors[refusal]}</p>
            </Notice>
          )}
          <Component />
          {person && (
            <DayWords now={new Date().toISOString()} language={language} />
          )}
          {person && state.layout !== "stage" && (
            <UnreadNews unread={state.unread} path={paths.unread()} />
          )}
        </Page>
      </body>
    </html>
  );
});

/** What every page loads, and what its kind needs beside it. */
function stylesheets({ language, layout = "page" }: State, path: string) {
  const beside = {
    page: path === paths.home(language) ? "home" : "pages",
    stage: path.endsWith("/consultation") ? "consultation" : "waiting-room",
    workspace: "workspace",
  }[layout];
  return [asset("/styles/main.css"), asset(`/styles/${beside}.css`)];
}

/** Where a doctor or a patient may go from anywhere. */
function menu(state: State, path: string) {
  const { language, person, texts: { frame, practice, documents } } = state;
  const messages = {
    href: paths.threads(language),
    label: frame.messages,
    count: state.unread,
    live: true,
  };
  const items = person?.kind === "doctor"
    ? [
      { href: paths.workspace(language), label: frame.workspace },
      { href: paths.week(language), label: practice.week },
      messages,
      { href: paths.patients(language), label: practice.patients },
      { href: paths.availability(language), label: practice.availability },
      { href: paths.documents(language), label: documents.doctorTitle },
    ]
    : [
      { href: paths.home(language), label: frame.doctors },
      ...(person
        ? [
          { href: paths.appointments(language), label: frame.myAppointments },
          messages,
          { href: paths.documents(language), label: documents.title },
        ]
        : []),
    ];
  // The longest address that begins the path: the day's is the beginning of the week's.
  const current = items
    .filter(({ href }) =>
      href === path ||
      (href !== paths.home(language) && path.startsWith(`${href}/`))
    )
    .sort((a, b) => b.href.length - a.href.length)[0];
  return items.map((item) => ({ ...item, current: item === current }));
}
