import { Button } from "./Button.tsx";
import type { Link } from "./content.ts";
import { colours, text } from "./style.ts";
import { Table } from "./Table.tsx";

/** A card with a button and what to know about it: the e-mails about an account. */
export function Action(
  { button, notes }: { button: Link; notes: readonly string[] },
) {
  return (
    <tr>
      <td
        class="card"
        style={`background:${colours.card};border:1px solid ${colours.line};border-radius:16px;`}
      >
        <Table>
          <tr>
            <td class="pad" style="padding:24px;">
              <Button {...button} />
            </td>
          </tr>
          {notes.map((note) => (
            <tr key={note}>
              <td
                class="soft pad"
                style={`${text("soft", 16, 24)}padding:0 24px 24px;`}
              >
                {note}
              </td>
            </tr>
          ))}
        </Table>
      </td>
    </tr>
  );
}
