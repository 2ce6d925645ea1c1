import type { ComponentChildren } from "preact";

/** A table that only places things, as wide as what holds it unless `narrow`. */
export function Table({ children, narrow = false, style = "", class: name }: {
  children: ComponentChildren;
  narrow?: boolean;
  style?: string;
  class?: string;
}) {
  return (
    <table
      role="presentation"
      class={name}
      width={narrow ? undefined : "100%"}
      cellPadding="0"
      cellSpacing="0"
      style={`border:0;border-collapse:separate;${style}`}
    >
      {children}
    </table>
  );
}
