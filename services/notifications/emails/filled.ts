import type { ComponentChildren } from "preact";

/** A text of the catalogue with elements in the place of its placeholders. */
export function filled(
  text: string,
  values: Readonly<Record<string, ComponentChildren>>,
): ComponentChildren[] {
  return text.split(/\{(\w+)\}/).map((piece, index) =>
    index % 2 === 1 ? values[piece] : piece
  );
}
