import { asPrintable } from "./glyphs.ts";
import { sheet } from "./open.ts";
import type { PdfDocument, StructureElement } from "./pdfkit.ts";
import { setFont } from "./text.ts";

/** A column: its head, its width in points, and where its text stands. */
export interface Column {
  readonly head: string;
  readonly width: number;
  readonly align?: "right";
}

const PADDING = 3;
const SIZE = 9;

/**
 * A tagged table that goes on over pages and repeats its head there. pdfkit's own repeats no head and takes twice
 * as long.
 */
export function writeTable(
  pdf: PdfDocument,
  parent: StructureElement,
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
): void {
  const table = pdf.struct("Table");
  parent.add(table);
  const head = columns.map((column) => column.head);
  const draw = { pdf, table, columns };
  let y = writeRow(draw, head, pdf.y, "head");
  for (const row of rows) {
    if (y + rowHeight(draw, row, false) > sheet.bottom) {
      pdf.addPage();
      // Said once to screen readers: here it is decoration.
      y = writeRow(draw, head, pdf.page.margins.top, "repeated");
    }
    y = writeRow(draw, row, y, "body");
  }
  table.end();
  pdf.x = sheet.left;
  pdf.y = y;
}

interface Drawing {
  readonly pdf: PdfDocument;
  readonly table: StructureElement;
  readonly columns: readonly Column[];
}

function rowHeight(
  { pdf, columns }: Drawing,
  row: readonly string[],
  bold: boolean,
): number {
  setFont(pdf, { bold, size: SIZE });
  const heights = columns.map(({ width }, index) =>
    pdf.heightOfString(asPrintable(row[index] ?? ""), {
      width: width - 2 * PADDING,
    })
  );
  return Math.max(...heights) + 2 * PADDING;
}

/** Writes a row and returns where the next one begins. */
function writeRow(
  drawing: Drawing,
  row: readonly string[],
  y: number,
  kind: "head" | "repeated" | "body",
): number {
  const { pdf, table, columns } = drawing;
  const bold = kind !== "body";
  const height = rowHeight(drawing, row, bold);
  pdf.markContent("Artifact", { type: "Layout" });
  if (bold) pdf.rect(sheet.left, y, sheet.width, height).fill("#e6eef0");
  pdf.moveTo(sheet.left, y + height).lineTo(sheet.right, y + height)
    .lineWidth(0.5).stroke("#8a97a3");
  pdf.endMarkedContent();
  const line = kind === "repeated" ? undefined : pdf.struct("TR");
  if (line) table.add(line);
  let x: number = sheet.left;
  columns.forEach(({ width, align }, index) => {
    const left = x + PADDING;
    const write = () => {
      setFont(pdf, { bold, size: SIZE });
      pdf.text(asPrintable(row[index] ?? ""), left, y + PADDING, {
        width: width - 2 * PADDING,
        align: align ?? "left",
      });
    };
    if (line) {
      const cell = bold
        ? pdf.struct("TH", { scope: "Column" }, write)
        : pdf.struct("TD", {}, write);
      line.add(cell);
      cell.end();
    } else {
      pdf.markContent("Artifact", { type: "Pagination" });
      write();
      pdf.endMarkedContent();
    }
    x += width;
  });
  line?.end();
  return y + height;
}
