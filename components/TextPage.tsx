import type { ComponentChildren } from "preact";
import { Notice } from "./Notice.tsx";

interface TextPageProps {
  title: string;
  intro: string;
  /** Above everything else: what must not be overlooked. */
  warning?: string;
  /** With it, the sections are listed first, each a link. */
  contents?: string;
  sections: readonly TextSection[];
}

/** A heading with what stands below it. */
export interface TextSection {
  /** Its anchor. */
  id: string;
  title: string;
  content: ComponentChildren;
}

/** A page to read: guide, privacy notice, terms. */
export function TextPage(props: TextPageProps) {
  const { title, intro, warning, contents, sections } = props;
  return (
    <article class="prose">
      <h1>{title}</h1>
      <p class="lead">{intro}</p>
      {warning && (
        <Notice kind="warning">
          <p>{warning}</p>
        </Notice>
      )}
      {contents && (
        <nav class="not-printed" aria-label={contents}>
          <ul>
            {sections.map((section) => (
              <li key={section.id}>
                <a href={`#${section.id}`}>{section.title}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {sections.map((section) => [
        <h2 key={section.id} id={section.id}>{section.title}</h2>,
        section.content,
      ])}
    </article>
  );
}

/** Points without an order. */
export function Points({ items }: { items: readonly string[] }) {
  return <ul>{items.map((item) => <li key={item}>{item}</li>)}</ul>;
}

/** Steps, one after the other. */
export function Instructions({ items }: { items: readonly string[] }) {
  return <ol>{items.map((item) => <li key={item}>{item}</li>)}</ol>;
}
