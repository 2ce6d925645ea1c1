import type { Part } from "./content.ts";
import { colours, text } from "./style.ts";

/** A heading with paragraphs, numbered lines or links below the card. */
export function Section(
  { title, paragraphs = [], list = [], links = [] }: Extract<
    Part,
    { kind: "section" }
  >,
) {
  return (
    <tr>
      <td class="ink" style={`${text("ink", 17, 26)}padding:24px 0 0;`}>
        <h2 style="margin:0 0 6px;font-size:18px;line-height:24px;">{title}</h2>
        {links.map(({ label, url }) => (
          <p key={url} style="margin:0 0 6px;">
            <a class="link" href={url} style={`color:${colours.accent};`}>
              {label}
            </a>
          </p>
        ))}
        {paragraphs.map((paragraph) => (
          <p key={paragraph} style="margin:0 0 6px;">{paragraph}</p>
        ))}
        {list.length > 0 && (
          <ol style="margin:0;padding:0 0 0 24px;">
            {list.map((line) => (
              <li key={line} style="margin:0 0 6px;">{line}</li>
            ))}
          </ol>
        )}
      </td>
    </tr>
  );
}
