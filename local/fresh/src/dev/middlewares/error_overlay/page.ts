import { h } from "preact";
import type { AnyVNode } from "../../../vnode.ts";

const STYLE = `
  body { margin: 0; font-family: system-ui, sans-serif; background: #000b; }
  main { margin: 2rem auto; max-width: 60rem; padding: 1.5rem; background: #fff; border-radius: .5rem; }
  h1 { margin-top: 0; font-size: 1.25rem; overflow-wrap: anywhere; }
  pre { padding: 1rem; background: #222; color: #eee; overflow: auto; }
  button { float: right; }`;

// The overlay is a frame of the page, that takes it away.
const CLOSE =
  `document.querySelector("#close").onclick = () => parent.postMessage("close-error-overlay", location.origin);`;

/** An error: its message, the lines it comes from, its stack. */
export function ErrorPage(
  props: { title: string; stack: string; codeFrame: string | null },
): AnyVNode {
  const { title, stack, codeFrame } = props;
  return h(
    "main",
    { class: "frsh-error-page" },
    h("style", null, STYLE),
    h("button", { id: "close", type: "button" }, "Close"),
    h("h1", null, title || "An error occurred"),
    codeFrame ? h("pre", { class: "code-frame" }, codeFrame) : null,
    stack ? h("pre", { class: "stack" }, stack) : null,
    h("script", { dangerouslySetInnerHTML: { __html: CLOSE } }),
  );
}
