import type { Link } from "./content.ts";
import { colours, font } from "./style.ts";
import { Table } from "./Table.tsx";

/** The one thing to do: a cell with a ground, so that all of it can be pressed in every mail program. */
export function Button({ label, url }: Link) {
  return (
    <Table>
      <tr>
        <td
          class="press"
          align="center"
          style={`border-radius:8px;background:${colours.accent};`}
        >
          <a
            href={url}
            style={`${font}display:block;padding:15px 12px;font-size:18px;line-height:22px;font-weight:bold;color:#ffffff;text-decoration:none;`}
          >
            {label}
          </a>
        </td>
      </tr>
    </Table>
  );
}
