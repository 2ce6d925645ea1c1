import type { ComponentChildren } from "preact";

interface CountdownProps {
  /** `La salle d’attente ouvre demain à 17:00, dans`. */
  label: ComponentChildren;
  /** `23 heures 27 minutes`. */
  figure: string;
}

/** How long it still takes. The island `Countdown` keeps it going. */
export function CountdownFigure({ label, figure }: CountdownProps) {
  return (
    <div class="countdown">
      <p class="soft">{label}</p>
      {/* A new element each time: a browser that translates has taken the text out of the old one. */}
      <p class="countdown-figure" key={figure}>{figure}</p>
    </div>
  );
}
