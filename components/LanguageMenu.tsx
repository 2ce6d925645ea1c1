import type { FrameTexts } from "@/i18n/fr/frame.ts";
import {
  type Language,
  languageNames,
  languages,
  languageTags,
  t,
} from "@/i18n/mod.ts";
import { Icon } from "./Icon.tsx";

interface LanguageMenuProps {
  language: Language;
  /** Path and query of this page, beginning with its language. */
  path: string;
  texts: FrameTexts;
}

/** The five languages, each leading to this very page in it. Works without JavaScript. */
export function LanguageMenu({ language, path, texts }: LanguageMenuProps) {
  return (
    <details class="menu language-menu" name="header-menu">
      <summary>
        <Icon name="globe" />
        <span class="visually-hidden">
          {t(texts.languageIs, { language: languageNames[language] })}
        </span>
        <span class="menu-word" aria-hidden="true">
          {languageNames[language]}
        </span>
        <span class="menu-code" aria-hidden="true">{language}</span>
        <Icon name="chevron-down" />
      </summary>
      <nav class="menu-panel" aria-label={texts.chooseLanguage}>
        <ul class="menu-list">
          <LanguageLinks language={language} path={path} />
        </ul>
      </nav>
    </details>
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
