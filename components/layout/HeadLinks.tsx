interface HeadLinksProps {
  /** The addresses as they are served, with their cache key: `asset("/styles/main.css")`. */
  stylesheets: readonly string[];
  /** Must be the very address in `styles/fonts.css`, or the font is fetched twice. */
  font?: string;
}

/** What every page's `<head>` holds beside its title. */
export function HeadLinks(
  { stylesheets, font = "/fonts/atkinson-latin.woff2" }: HeadLinksProps,
) {
  return (
    <>
      <meta charset="utf-8" />
      <meta
        name="viewport"
        content="width=device-width, initial-scale=1, interactive-widget=resizes-content"
      />
      <meta name="color-scheme" content="light dark" />
      <meta
        name="theme-color"
        content="#0b4a59"
        media="(prefers-color-scheme: light)"
      />
      <meta
        name="theme-color"
        content="#0c2a33"
        media="(prefers-color-scheme: dark)"
      />
      <link
        rel="preload"
        href={font}
        as="font"
        type="font/woff2"
        crossOrigin="anonymous"
      />
      {stylesheets.map((href) => (
        <link key={href} rel="stylesheet" href={href} />
      ))}
      <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
      <link rel="apple-touch-icon" href="/icons/icon-180.png" />
      <link rel="manifest" href="/site.webmanifest" />
    </>
  );
}
