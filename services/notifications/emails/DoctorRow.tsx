import type { TicketDoctor } from "./content.ts";
import { colours, font, text } from "./style.ts";
import { Table } from "./Table.tsx";

/** The doctor's portrait and name. Without images the cell shows the initials. */
export function DoctorRow(
  { name, initials, portraitUrl, detail }: TicketDoctor,
) {
  return (
    <Table narrow>
      <tr>
        <td width={64} style="width:64px;vertical-align:top;">
          <div
            style={`${font}width:64px;height:64px;border-radius:32px;background:${colours.tint};text-align:center;font-size:20px;line-height:64px;font-weight:bold;color:${colours.onTint};`}
          >
            {portraitUrl === undefined ? initials : (
              <img
                src={portraitUrl}
                width={64}
                height={64}
                alt={initials}
                style="display:block;border:0;border-radius:32px;"
              />
            )}
          </div>
        </td>
        <td class="ink" style={`${text("ink", 18, 24)}padding-left:14px;`}>
          <strong>
            <bdi>{name}</bdi>
          </strong>
          <br />
          <span class="soft" style={text("soft", 16, 24)}>{detail}</span>
        </td>
      </tr>
    </Table>
  );
}
