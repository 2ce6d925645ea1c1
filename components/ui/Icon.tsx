import type { JSX } from "preact";

/** Drawn on a grid of 24, with round strokes of 1.75; colour and size come from the text around. */
const icons = {
  more: <path d="M5 12h.1M12 12h.1M19 12h.1" stroke-width="3" />,
  camera: (
    <>
      <rect x="2.5" y="6" width="13" height="12" rx="2.5" />
      <path d="m15.5 10.5 5-3v9l-5-3" />
    </>
  ),
  "camera-off": (
    <>
      <path d="M6.5 6H5a2.5 2.5 0 0 0-2.5 2.5v7A2.5 2.5 0 0 0 5 18h8a2.5 2.5 0 0 0 2.3-1.5M10.5 6H13a2.5 2.5 0 0 1 2.5 2.5v2l5-3v9l-2.5-1.5" />
      <path d="m3 3 18 18" />
    </>
  ),
  microphone: (
    <>
      <rect x="9" y="2.5" width="6" height="11.5" rx="3" />
      <path d="M5.5 11a6.5 6.5 0 0 0 13 0M12 17.5v4M8.5 21.5h7" />
    </>
  ),
  "microphone-off": (
    <>
      <path d="M9 9v2a3 3 0 0 0 4.8 2.4M15 10.5v-5a3 3 0 0 0-5.8-1M5.5 11a6.5 6.5 0 0 0 10.8 4.9M18.5 11a6.5 6.5 0 0 1-.5 2.5M12 17.5v4M8.5 21.5h7" />
      <path d="m3 3 18 18" />
    </>
  ),
  speaker: (
    <path d="M4 9.5v5h3.5l5 4v-13l-5 4zM16 9a4.2 4.2 0 0 1 0 6M18.5 6.5a7.8 7.8 0 0 1 0 11" />
  ),
  headphones: (
    <path d="M4 17v-4a8 8 0 0 1 16 0v4M4 15.5a1.5 1.5 0 0 1 1.5-1.5h1v6h-1A1.5 1.5 0 0 1 4 18.5zM20 15.5a1.5 1.5 0 0 0-1.5-1.5h-1v6h1a1.5 1.5 0 0 0 1.5-1.5z" />
  ),
  screen: (
    <>
      <rect x="2.5" y="4" width="19" height="13" rx="2" />
      <path d="M8.5 21h7M12 14V8M9 10.5l3-3 3 3" />
    </>
  ),
  "full-screen": <path d="M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5" />,
  "picture-on-top": (
    <>
      <rect x="3" y="4.5" width="18" height="15" rx="2" />
      <path d="M12.5 12.5H18v4h-5.500z" fill="currentColor" />
    </>
  ),
  chat: (
    <path d="M4.5 4.5h15a1.5 1.5 0 0 1 1.5 1.5v9.5a1.5 1.5 0 0 1-1.5 1.5H11l-5 4v-4H4.5A1.5 1.5 0 0 1 3 15.5V6a1.5 1.5 0 0 1 1.5-1.5z" />
  ),
  paperclip: (
    <path d="m20 11-8.3 8.3a5 5 0 0 1-7.1-7.1l8.7-8.7a3.4 3.4 0 0 1 4.8 4.8l-8.7 8.7a1.7 1.7 0 0 1-2.4-2.4l8-8" />
  ),
  phone: (
    <path d="M5 3.5h3.2l1.8 4.8-2.3 1.6a12 12 0 0 0 6.4 6.4l1.6-2.3 4.8 1.8V19a1.8 1.8 0 0 1-1.8 1.8A15.8 15.8 0 0 1 3.2 5.3 1.8 1.8 0 0 1 5 3.5z" />
  ),
  cross: <path d="m5.5 5.5 13 13M18.5 5.5l-13 13" />,
  calendar: (
    <>
      <rect x="3.5" y="5" width="17" height="15.5" rx="2" />
      <path d="M3.5 10h17M8 2.5V7M16 2.5V7" />
    </>
  ),
  clock: (
    <>
      <circle cx="12" cy="12" r="9" />
      <path d="M12 6.5V12l3.5 2.5" />
    </>
  ),
  place: (
    <>
      <path d="M12 21.5s-7-6.5-7-11.7a7 7 0 0 1 14 0c0 5.2-7 11.7-7 11.7z" />
      <circle cx="12" cy="9.8" r="2.5" />
    </>
  ),
  globe: (
    <>
      <circle cx="12" cy="12" r="9" />
      <path d="M3 12h18M12 3c5 5 5 13 0 18M12 3c-5 5-5 13 0 18" />
    </>
  ),
  help: (
    <>
      <circle cx="12" cy="12" r="9" />
      <path d="M9.3 9.5a2.8 2.8 0 1 1 4.2 2.4c-1 .6-1.5 1.1-1.5 2.1M12 17v.1" />
    </>
  ),
  info: (
    <>
      <circle cx="12" cy="12" r="9" />
      <path d="M12 11v5.5M12 7.5v.1" />
    </>
  ),
  check: <path d="m4.5 12.5 5 5 10-11" />,
  success: (
    <>
      <circle cx="12" cy="12" r="9" />
      <path d="m8 12.3 2.8 2.8L16 9.5" />
    </>
  ),
  warning: <path d="M12 4 2.8 19.5h18.4zM12 10v4.5M12 17v.1" />,
  error: (
    <>
      <path d="M8.3 3h7.4L21 8.3v7.4L15.7 21H8.3L3 15.7V8.3z" />
      <path d="M12 7.5v5.5M12 16.3v.1" />
    </>
  ),
  "arrow-left": <path d="M20 12H4.5M11 5.5 4.5 12l6.5 6.5" />,
  "arrow-right": <path d="M4 12h15.5M13 5.5l6.5 6.5-6.5 6.5" />,
  "move": (
    <path d="M12 3v18M3 12h18M9 6l3-3 3 3M9 18l3 3 3-3M6 9l-3 3 3 3M18 9l3 3-3 3" />
  ),
  "chevron-down": <path d="m6 9.5 6 6 6-6" />,
  "chevron-up": <path d="m6 14.5 6-6 6 6" />,
  search: (
    <>
      <circle cx="10.5" cy="10.5" r="7" />
      <path d="m15.8 15.8 5.2 5.2" />
    </>
  ),
  user: (
    <>
      <circle cx="12" cy="8" r="4.5" />
      <path d="M3.5 20.5a8.5 8.5 0 0 1 17 0" />
    </>
  ),
  "user-add": (
    <>
      <circle cx="9.5" cy="8" r="4" />
      <path d="M2.5 20.5a7 7 0 0 1 14 0M18.5 8v6M15.5 11h6" />
    </>
  ),
  menu: <path d="M3.5 6.5h17M3.5 12h17M3.5 17.5h17" />,
  settings: (
    <>
      <path d="M4 7h8.5M17.5 7H20M4 17h2.5M11.5 17H20" />
      <circle cx="15" cy="7" r="2.5" />
      <circle cx="9" cy="17" r="2.5" />
    </>
  ),
  document:
  <path d="M6 3h8l4.5 4.5V21h-13V3zM14 3v4.5h4.5M9 12.5h6M9 16.5h6" />,
  picture: (
    <>
      <rect x="3" y="4.5" width="18" height="15" rx="2" />
      <circle cx="8.5" cy="9.5" r="1.75" />
      <path d="m3.5 17.5 5-5 3.5 3.5 4-4 4.5 4.5" />
    </>
  ),
  print: (
    <>
      <path d="M7 8V3h10v5M7 17H4.5A1.5 1.5 0 0 1 3 15.5v-6A1.5 1.5 0 0 1 4.5 8h15A1.5 1.5 0 0 1 21 9.5v6a1.5 1.5 0 0 1-1.5 1.5H17" />
      <path d="M7 14h10v7H7z" />
    </>
  ),
  download: <path d="M12 3.5v12M6.5 10.5l5.5 5.5 5.5-5.5M4 20.5h16" />,
  envelope: (
    <>
      <rect x="3" y="5" width="18" height="14" rx="2" />
      <path d="m3.5 7 8.5 6.5L20.5 7" />
    </>
  ),
  send: <path d="m3.5 4 17.5 8-17.5 8 2.5-8zM6 12h8" />,
  signal: <path d="M4.5 20v-4M9.5 20v-7.5M14.5 20V9M19.5 20V4.5" />,
  door: (
    <path d="M5.5 21V4.5A1.5 1.5 0 0 1 7 3h10a1.5 1.5 0 0 1 1.5 1.5V21M3 21h18M14.5 12v.1" />
  ),
} as const satisfies Record<string, JSX.Element>;

export type IconName = keyof typeof icons;

/** An icon beside a word. Hidden from screen readers: the word is the accessible name. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg
      class="icon"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="1.75"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {icons[name]}
    </svg>
  );
}
