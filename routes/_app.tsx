import { asset } from "fresh/runtime";
import { HeadLinks } from "@/components/HeadLinks.tsx";
import { Page } from "@/components/Page.tsx";
import { define, type State } from "@/define.ts";
import { paths } from "@/domain/paths.ts";
import { env } from "@/env.ts";
import { languageTags } from "@/i18n/mod.ts";

/** The document around every page. */
export default define.page(function Document({ Component, state, url }) {
  const { language, person, texts: { frame } } = state;
  return (
    <html lang={languageTags[language]}>
      <head>
        <title>{state.title ? `${state.title} – eConsult` : "eConsult"}</title>
        <HeadLinks
          stylesheet={asset("/styles/main.css")}
          font={asset("/fonts/atkinson-latin.woff2")}
        />
      </head>
      <body>
        <Page
          language={language}
          texts={frame}
          path={url.pathname + url.search}
          links={{
            home: paths.home(language),
            signIn: paths.signIn(language),
            guide: paths.help(language),
            privacy: paths.privacy(language),
            accessibility: paths.accessibility(language),
          }}
          helpdesk={{
            phone: env().HELPDESK_PHONE,
            email: env().HELPDESK_EMAIL,
          }}
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
          <Component />
        </Page>
      </body>
    </html>
  );
});

/** Where a doctor or a patient may go from anywhere. */
function menu({ language, person, texts: { frame } }: State, path: string) {
  const items = person?.kind === "doctor"
    ? [{ href: paths.workspace(language), label: frame.workspace }]
    : [
      { href: paths.home(language), label: frame.doctors },
      ...(person
        ? [{ href: paths.appointments(language), label: frame.myAppointments }]
        : []),
    ];
  return items.map((item) => ({
    ...item,
    current: item.href === path ||
      (item.href !== paths.home(language) && path.startsWith(item.href)),
  }));
}
