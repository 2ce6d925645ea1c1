import {
  assert,
  assertEquals,
  assertMatch,
  assertStringIncludes,
} from "@std/assert";
import { render } from "preact-render-to-string";
import { languages } from "@/i18n/mod.ts";
import { texts } from "@/i18n/texts.ts";
import { Initials } from "@/components/ui/Initials.tsx";
import { inLanguage } from "./LanguageMenu.tsx";
import { Page, type PageProps } from "./Page.tsx";
import { phoneLink } from "@/domain/phone.ts";

function page(props: Partial<PageProps> = {}): string {
  return render(
    <Page
      language="fr"
      texts={texts("fr").frame}
      path="/fr/doctors/weber?week=2026-11-23"
      links={{
        home: "/fr",
        signIn: "/fr/sign-in",
        help: "/fr/help",
        privacy: "/p",
        accessibility: "/a",
      }}
      helpdesk={{
        phone: "+ (352) 27 12 50 18 33",
        email: "help@example.lu",
        hours: { first: 0, last: 4, opens: "08:00", closes: "18:00" },
      }}
      {...props}
    >
      <h1>Content</h1>
    </Page>,
  );
}

Deno.test("every page leads to itself in the five languages, query included", () => {
  const html = page();
  for (const language of languages) {
    assertStringIncludes(
      html,
      `href="/${language}/doctors/weber?week=2026-11-23"`,
    );
  }
});

Deno.test("only the language in a path changes", () => {
  assertEquals(inLanguage("/fr", "de"), "/de");
  assertEquals(inLanguage("/fr/fr/fr?fr=/fr", "lb"), "/lb/fr/fr?fr=/fr");
  assertEquals(inLanguage("/fr?q=1", "en"), "/en?q=1");
});

Deno.test("every page shows the helpdesk's phone and e-mail, so that a phone can dial it", () => {
  for (const layout of ["page", "workspace"] as const) {
    const html = page({ layout });
    assertStringIncludes(html, `href="tel:+3522712501833"`);
    assertStringIncludes(html, `href="mailto:help@example.lu"`);
  }
  // Where there is no foot, Help leads to them.
  assertStringIncludes(page({ layout: "stage" }), `href="/fr/help"`);
  assertStringIncludes(
    page(),
    "du lundi au vendredi, de 08:00 à 18:00",
  );
  assertEquals(phoneLink("00 352-27/12"), "tel:003522712");
});

Deno.test("a visitor is offered to sign in; who is signed in, to sign out by a form", () => {
  assertStringIncludes(page(), `href="/fr/sign-in"`);
  const account = { name: "Ana Reis", items: [], signOut: "/fr/sign-out" };
  const html = page({ account });
  assert(!html.includes(`href="/fr/sign-in"`));
  assertStringIncludes(html, `<form method="post" action="/fr/sign-out">`);
});

Deno.test("the skip link comes first and leads to the content", () => {
  const html = page();
  assertEquals(html.match(/<a [^>]*href="([^"]*)"/)?.[1], "#content");
  assertStringIncludes(html, `<main class="content" id="content"`);
});

Deno.test("the menu shows where one is and what is new, and no nought", () => {
  const nav = [
    { href: "/m", label: "Messages", count: 3 },
    { href: "/d", label: "Documents", count: 0, current: true },
  ];
  const account = { name: "Ana Reis", items: [], signOut: "/fr/sign-out" };
  const html = page({ nav, account });
  assertMatch(html, /class="count" *><span>3<\/span>/);
  // In the account's button, which stands alone on a phone, it says what is counted.
  assertMatch(
    html,
    /class="count menu-count" *><span [^>]*>, Messages: <\/span><span>3</,
  );
  assert(!html.includes("<span>0</span>"));
  assertStringIncludes(html, `href="/d" aria-current="page"`);
});

Deno.test("initials leave titles out and take whole letters", () => {
  const of = (name: string) =>
    render(<Initials name={name} />).replace(/<[^>]*>/g, "");
  assertEquals(of("Dr Anne Weber"), "AW");
  assertEquals(of("Prof. Dr Élodie van der Meer"), "ÉM");
  assertEquals(of("Cher"), "C");
  assertEquals(of(""), "");
});
