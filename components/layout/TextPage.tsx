import type { ComponentChildren } from "preact";

interface TextPageProps {
  title: string;
  intro: string;
  sections: readonly TextSection[];
}

/** A heading with what stands below it. */
interface TextSection {
  /** Its anchor. */
  id: string;
  title: string;
  content: ComponentChildren;
}

/** A page to read: privacy notice, terms. */
export function TextPage(props: TextPageProps) {
  const { title, intro, sections } = props;
  return (
    <article class="prose">
      <h1>{title}</h1>
      <p class="lead">{intro}</p>
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
