import type { ComponentChildren } from "preact";

/** Facts with their names: the details of an appointment. Prints well. */
export function DescriptionList(
  { items }: {
    items: readonly { term: string; description: ComponentChildren }[];
  },
) {
  return (
    <dl class="facts">
      {items.map((item) => (
        <div key={item.term}>
          <dt>{item.term}</dt>
          <dd>{item.description}</dd>
        </div>
      ))}
    </dl>
  );
}
