/** Font of every cell: mail programs let tables inherit none. */
export const font =
  "font-family:'Atkinson Hyperlegible Next','Atkinson Hyperlegible',Verdana,Arial,sans-serif;";

/** The light colours, as tokens.css has them; the dark ones are in {@link css}. */
export const colours = {
  ground: "#f1eee7",
  card: "#ffffff",
  ink: "#16272f",
  soft: "#4a5e68",
  brand: "#0b4a59",
  accent: "#0b5566",
  tint: "#e0eff1",
  onTint: "#073d4a",
  line: "#dedad1",
  onTicket: "#ffffff",
  onTicketSoft: "#c9e2e7",
  overHead: "#e9e5dc",
} as const;

/** Text of the page: `text("ink", 17, 26)` is 17 px on lines of 26 px. */
export function text(
  colour: "ink" | "soft",
  size: number,
  line: number,
): string {
  return `${font}font-size:${size}px;line-height:${line}px;color:${
    colours[colour]
  };`;
}

/**
 * What inline styles cannot say: narrow windows and the dark scheme. Programs that drop it show the light
 * one, which inline styles hold whole. `!important`, because inline styles win otherwise.
 */
export const css = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (max-width: 480px) {
  .pad { padding-left: 16px !important; padding-right: 16px !important; }
  .hour { font-size: 44px !important; line-height: 48px !important; }
}
@media (prefers-color-scheme: dark) {
  .ground { background: #10191d !important; }
  .card { background: #18242a !important; border-color: #2d3d45 !important; }
  .head { background: #14404c !important; }
  .head-over { background: #22323a !important; }
  .ink, .ink a, .head-over, .head-over .on { color: #e9eff1 !important; }
  .soft, .soft a { color: #a9bbc3 !important; }
  .rule { border-color: #2d3d45 !important; }
  .dot { color: #62c7d8 !important; }
  .press { background: #62c7d8 !important; }
  .press a { color: #05242b !important; }
  .link { color: #62c7d8 !important; }
}
`;
