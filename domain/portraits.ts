/** The doctors whose portrait is drawn in `static/portraits/`, by slug. */
const drawn: readonly string[] = [
  "anne-thill",
  "claire-weber",
  "david-schmit",
  "ines-ferreira",
  "jean-muller",
  "marc-hoffmann",
  "paul-reuter",
  "sophie-klein",
];

/** Where a doctor's portrait is served; null when they have none: show their initials. */
export function portraitPath(slug: string): string | null {
  return drawn.includes(slug) ? `/portraits/${slug}.svg` : null;
}
