import type { ComponentChildren } from "preact";
import { formatDate, formatTime } from "@/i18n/format.ts";
import type { Language } from "@/i18n/mod.ts";

/** Day and hour in Luxembourg: `30/11/2026 17:10`. */
export function dayAndHour(at: string, language: Language): string {
  return `${formatDate(at, language)} ${formatTime(at, language)}`;
}

/** A list under a heading, with a word where it is empty. */
export function Listed(
  { title, nothing, children }: {
    title: string;
    nothing: string;
    children: ComponentChildren[];
  },
) {
  return (
    <>
      <h3>{title}</h3>
      {children.length > 0 ? <ul>{children}</ul> : <p>{nothing}</p>}
    </>
  );
}

/** A path in the archive as a link of its page. */
export function FileLink({ path }: { path: string }) {
  const href = path.split("/").map(encodeURIComponent).join("/");
  return <a href={href}>{path.split("/").at(-1)}</a>;
}
