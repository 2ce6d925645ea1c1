import type { Ticket } from "./content.ts";
import { colours, font } from "./style.ts";

/** Day and hour, large; struck through when it was cancelled. */
export function TicketHead(
  { day, hour, lines, cancelled }: Pick<
    Ticket,
    "day" | "hour" | "lines" | "cancelled"
  >,
) {
  const over = cancelled !== undefined;
  const ground = over ? colours.overHead : colours.brand;
  const strong = over ? colours.ink : colours.onTicket;
  const soft = over ? colours.soft : colours.onTicketSoft;
  return (
    <tr>
      <td
        class={over ? "head-over pad" : "head pad"}
        style={`${font}background:${ground};border-radius:15px 15px 0 0;padding:24px;color:${strong};`}
      >
        {over && (
          <div
            class="on"
            style="font-size:16px;line-height:24px;font-weight:bold;"
          >
            {cancelled}
          </div>
        )}
        <div style="font-size:20px;line-height:26px;font-weight:bold;">
          {day}
        </div>
        <div
          class="hour"
          style={`font-size:52px;line-height:58px;font-weight:bold;letter-spacing:-1px;${
            over ? "text-decoration:line-through;" : ""
          }`}
        >
          {hour}
        </div>
        {lines.map((line) => (
          <div
            key={line}
            class={over ? "soft" : undefined}
            style={`font-size:16px;line-height:23px;color:${soft};`}
          >
            {line}
          </div>
        ))}
      </td>
    </tr>
  );
}
