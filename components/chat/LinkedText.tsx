import { splitLinks } from "@/domain/links.ts";

/** A text whose web addresses may be opened. In another tab: opened here they would end a call. */
export function LinkedText({ text }: { text: string }) {
  return (
    <>
      {splitLinks(text).map(({ text, href }, index) =>
        href
          ? (
            <a
              key={index}
              href={href}
              target="_blank"
              rel="noopener noreferrer nofollow"
            >
              {text}
            </a>
          )
          : text
      )}
    </>
  );
}
