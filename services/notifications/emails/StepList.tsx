import type { Step } from "./content.ts";
import { colours, text } from "./style.ts";
import { Table } from "./Table.tsx";

const marks = { done: "✓", current: "●", coming: "○" } as const;

/** How far the appointment is. The marks are for display only: the words and their order say it. */
export function StepList({ steps }: { steps: readonly Step[] }) {
  return (
    <Table class="rule" style={`border-top:1px solid ${colours.line};`}>
      <tr>
        <td
          colSpan={3}
          style="font-size:0;line-height:0;height:12px;"
        >
          &nbsp;
        </td>
      </tr>
      {steps.map(({ state, label, when }) => {
        const current = state === "current";
        return (
          <tr key={label}>
            <td
              class="dot"
              width={34}
              aria-hidden="true"
              style={`${
                text("soft", 18, 24)
              }padding:5px 0;vertical-align:top;color:${
                current ? colours.accent : colours.soft
              };`}
            >
              {marks[state]}
            </td>
            <td
              class={current ? "ink" : "soft"}
              style={`${
                text(current ? "ink" : "soft", 16, 24)
              }padding:5px 0;vertical-align:top;${
                current ? "font-weight:bold;" : ""
              }`}
            >
              {label}
            </td>
            <td
              class="soft"
              align="right"
              style={`${
                text("soft", 15, 24)
              }padding:5px 0 5px 8px;vertical-align:top;`}
            >
              {when}
            </td>
          </tr>
        );
      })}
    </Table>
  );
}
