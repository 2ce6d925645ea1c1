import type { ComponentChildren } from "preact";

/** The top of the home page, on the header's ground: what this is, the search, and the way to a doctor at once. */
export function Hero(
  { title, children }: { title: string; children?: ComponentChildren },
) {
  return (
    <div class="hero">
      <h1>{title}</h1>
      {children}
    </div>
  );
}
