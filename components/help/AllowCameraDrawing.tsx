import type { Platform } from "@/domain/platform.ts";

/** Where to press: the point that the drawing marks, on a grid of 200 by 140. */
const marks: Readonly<Record<Platform, { x: number; y: number }>> = {
  chrome: { x: 62, y: 38 },
  firefox: { x: 74, y: 38 },
  safari: { x: 46, y: 16 },
  ios: { x: 78, y: 112 },
  android: { x: 78, y: 28 },
};

/** A window or a phone of that kind, with a ring around the place to press. The words beside it say the same. */
export function AllowCameraDrawing({ platform }: { platform: Platform }) {
  const { x, y } = marks[platform];
  const phone = platform === "ios" || platform === "android";
  return (
    <svg class="blocked-drawing" viewBox="0 0 200 140" aria-hidden="true">
      <circle class="drawn-fill" cx={x} cy={y} r="11" />
      {phone ? <Phone below={platform === "ios"} /> : (
        <Desk
          menu={platform === "safari"}
          crossed={platform === "firefox"}
        />
      )}
      <circle class="drawn-ring" cx={x} cy={y} r="11" />
    </svg>
  );
}

/** A browser's window; with the menu bar of a Mac above it, or a crossed camera beside the lock. */
function Desk({ menu, crossed }: { menu: boolean; crossed: boolean }) {
  return (
    <g class="drawn-line">
      {menu && <path d="M12 16h.1M24 16h.1M36 16h20M66 16h16M92 16h16" />}
      <rect x="26" y="26" width="148" height="102" rx="8" />
      <path d="M26 50h148M36 38h.1M44 38h.1" />
      <rect x="54" y="32" width="104" height="12" rx="6" />
      <path d="M59 36h6M59 40h6" />
      {crossed && <path d="M70 36h6v5h-6zM76 38l3-2v5l-3-2M69 34l10 9" />}
      <path d="M84 38h40" />
      <CrossedCamera x={80} y={74} />
    </g>
  );
}

/** A phone with the address above the page, or below it. */
function Phone({ below }: { below: boolean }) {
  const bar = below ? 105 : 21;
  return (
    <g class="drawn-line">
      <rect x="64" y="6" width="72" height="128" rx="11" />
      <rect x="70" y={bar} width="60" height="14" rx="7" />
      <path d={`M75 ${bar + 5}h6M75 ${bar + 9}h6M88 ${bar + 7}h28`} />
      <path d="M94 129h12" />
      <CrossedCamera x={80} y={58} />
    </g>
  );
}

function CrossedCamera({ x, y }: { x: number; y: number }) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <rect x="0" y="4" width="26" height="20" rx="4" />
      <path d="m26 12 11-6v16l-11-6M-3 0l36 28" />
    </g>
  );
}
