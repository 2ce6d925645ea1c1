import type { ComponentChildren } from "preact";
import { text } from "./style.ts";

/** A paragraph of small print. */
export function Small({ children }: { children: ComponentChildren }) {
  return (
    <tr>
      <td class="soft" style={`${text("soft", 15, 23)}padding:20px 0 0;`}>
        {children}
      </td>
    </tr>
  );
}
