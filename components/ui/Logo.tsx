/** The logo. Also in `static/favicon.svg` and `static/logo.svg`. */
function Mark() {
  return (
    <svg class="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path
        class="mark-bubble"
        d="M16 2a14 14 0 1 1-6.6 26.35L2.8 30l1.9-6.3A14 14 0 0 1 16 2z"
      />
      <path
        class="mark-letter"
        d="M9.5 16.2h13a6.5 6.5 0 1 0-2 4.7"
        fill="none"
        stroke-width="3.2"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}

/** Mark and name, as a link to the home page. */
export function Logo({ href, label }: { href: string; label: string }) {
  return (
    <a class="logo" href={href} aria-label={label}>
      <Mark />
      <span aria-hidden="true">eConsult</span>
    </a>
  );
}
