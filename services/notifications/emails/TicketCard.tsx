import { Button } from "./Button.tsx";
import type { Ticket } from "./content.ts";
import { DoctorRow } from "./DoctorRow.tsx";
import { StepList } from "./StepList.tsx";
import { colours, text } from "./style.ts";
import { Table } from "./Table.tsx";
import { TicketHead } from "./TicketHead.tsx";

/** An appointment: day and hour, doctor, the button, and how far it is. */
export function TicketCard({ ticket }: { ticket: Ticket }) {
  const { doctor, reason, button, note, steps } = ticket;
  return (
    <tr>
      <td
        class="card"
        style={`background:${colours.card};border:1px solid ${colours.line};border-radius:16px;`}
      >
        <Table>
          <TicketHead {...ticket} />
          <tr>
            <td
              class="rule"
              style={`border-top:2px dashed ${colours.line};font-size:0;line-height:0;height:0;`}
            >
              &nbsp;
            </td>
          </tr>
          <tr>
            <td class="pad" style="padding:20px 24px 0;">
              <DoctorRow {...doctor} />
            </td>
          </tr>
          {reason && (
            <tr>
              <td
                class="ink pad"
                style={`${text("ink", 17, 26)}padding:16px 24px 0;`}
              >
                <strong>{reason[0]}</strong>
                <br />
                {reason[1]}
              </td>
            </tr>
          )}
          <tr>
            <td class="pad" style="padding:20px 24px;">
              <Button {...button} />
            </td>
          </tr>
          {note && (
            <tr>
              <td
                class="soft pad"
                style={`${text("soft", 16, 24)}padding:0 24px 16px;`}
              >
                {note}
              </td>
            </tr>
          )}
          {steps.length > 0 && (
            <tr>
              <td class="pad" style="padding:0 24px 20px;">
                <StepList steps={steps} />
              </td>
            </tr>
          )}
        </Table>
      </td>
    </tr>
  );
}
