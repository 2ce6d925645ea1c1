import {
  type Language,
  languages,
  languageTags,
  localeTags,
} from "@/i18n/mod.ts";
import { inLanguage } from "./LanguageMenu.tsx";

interface PageMetaProps {
  /** Where people reach the app, without a slash at the end. */
  origin: string;
  /** Of the page, beginning with its language; without query. */
  path: string;
  title: string;
  description: string;
  language: Language;
  /**
   * For everybody and for search engines (`public`), behind the sign-in, where no search engine comes (`own`), or
   * opened by its address alone, as a link of an e-mail: nobody is to list it (`unlisted`).
   */
  reach: "public" | "own" | "unlisted";
}

/** What search engines and shared links say of a page, and where it is in the other languages. */
export function PageMeta(props: PageMetaProps) {
  const { origin, path, title, description, language, reach } = props;
  if (reach === "unlisted") return <meta name="robots" content="noindex" />;
  if (reach === "own") return <meta name="description" content={description} />;
  return (
    <>
      <meta name="description" content={description} />
      <link rel="canonical" href={origin + path} />
      {languages.map((other) => (
        <link
          key={other}
          rel="alternate"
          hreflang={languageTags[other]}
          href={origin + inLanguage(path, other)}
        />
      ))}
      <link rel="alternate" hreflang="x-default" href={`${origin}/`} />
      <meta property="og:type" content="website" />
      <meta property="og:site_name" content="eConsult" />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
      <meta property="og:url" content={origin + path} />
      <meta property="og:locale" content={localeTags[language]} />
      <meta property="og:image" content={`${origin}/icons/share.png`} />
    </>
  );
}
