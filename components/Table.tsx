import type { ComponentChildren } from "preact";

interface TableProps {
  /** What the table holds: its caption. */
  caption: string;
  captionHidden?: boolean;
  columns: readonly { label: string; figures?: boolean }[];
  /** Each row's cells, in the order of the columns; the first one names the row. */
  rows: readonly { key: string; cells: readonly ComponentChildren[] }[];
}

/** Rows to compare. On a phone it scrolls sideways within itself, reachable by keyboard. */
export function Table({ caption, captionHidden, columns, rows }: TableProps) {
  return (
    <div class="table-scroll" role="region" aria-label={caption} tabIndex={0}>
      <table class="table">
        <caption class={captionHidden ? "visually-hidden" : undefined}>
          {caption}
        </caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.label}
                scope="col"
                class={column.figures ? "table-figures" : undefined}
              >
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              {row.cells.map((cell, index) =>
                index === 0 ? <th key={index} scope="row">{cell}</th> : (
                  <td
                    key={index}
                    class={columns[index]?.figures
                      ? "table-figures"
                      : undefined}
                  >
                    {cell}
                  </td>
                )
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
