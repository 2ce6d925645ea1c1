import type { ComponentChildren } from "preact";

/** The top of the home page: what this is, and the one thing to do first, on the header's ground. */
export function Hero(
  { title, lead, children }: {
    title: string;
    lead?: string;
    children?: ComponentChildren;
  },
) {
  return (
    <div class="hero">
      <h1>{title}</h1>
      {lead && <p class="hero-lead">{lead}</p>}
      {children}
    </div>
  );
}
