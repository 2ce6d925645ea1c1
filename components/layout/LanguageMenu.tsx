import type { FrameTexts } from "@/i18n/fr/frame.ts";
import {
  type Language,
  languageNames,
  languages,
  languageTags,
  t,
} from "@/i18n/mod.ts";
import { Icon } from "@/components/ui/Icon.tsx";
import { Menu } from "./Menu.tsx";

interface LanguageMenuProps {
  language: Language;
  /** Path and query of this page, beginning with its language. */
  path: string;
  texts: FrameTexts;
}

/** The five languages, each leading to this very page in it. Works without JavaScript. */
export function LanguageMenu({ language, path, texts }: LanguageMenuProps) {
  return (
    <Menu
      name="language"
      // With the code that a narrow screen shows: the name holds what is seen (WCAG 2.5.3), outside of parentheses.
      label={`${
        t(texts.languageIs, { language: languageNames[language] })
      }, ${language.toUpperCase()}`}
      button={
        <>
          <Icon name="globe" />
          <span class="menu-word">{languageNames[language]}</span>
          <span class="menu-code">{language}</span>
        </>
      }
    >
      <nav aria-label={texts.chooseLanguage}>
        <ul class="menu-list">
          <LanguageLinks language={language} path={path} />
        </ul>
      </nav>
    </Menu>
  );
}

/** One list item for each language. */
export function LanguageLinks(
  { language, path }: Omit<LanguageMenuProps, "texts">,
) {
  return (
    <>
      {languages.map((other) => (
        <li key={other}>
          <a
            class="nav-link"
            href={inLanguage(path, other)}
            lang={languageTags[other]}
            hreflang={languageTags[other]}
            aria-current={other === language ? "true" : undefined}
          >
            {languageNames[other]}
          </a>
        </li>
      ))}
    </>
  );
}

/** The same page in another language: `/fr/guide` becomes `/de/guide`. */
export function inLanguage(path: string, language: Language): string {
  return path.replace(/^\/[^/?#]*/, `/${language}`);
}
