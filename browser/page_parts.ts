/** What is new in the parts of a page that follow what happens. */
export interface PageNews {
  /** What the entry says now, or said before it went. */
  says: string;
  gone: boolean;
}

/** A part of the page; something in it that is told when it changes; the sentence that is told. */
const PART = "data-follow";
const ENTRY = "data-entry";
const SAYS = "data-says";

/** A changed entry is marked for a while, in milliseconds: one sees where something happened. */
const CHANGED = {
  outline: ["solid var(--wait-line)", "solid var(--wait-line)", "solid #0000"]
    .map((line) => `0.1875rem ${line}`),
};
const CHANGED_MS = 6_000;

/** What somebody does with the page, or another script: the server says nothing of it. */
const OWN = new Set(["open", "style"]);

/** What scripts write by the clock, as long as the server means the same moment (`day_words.ts`, `countdown.ts`). */
const TIMED = ["data-spoken-at", "data-spoken-says", "data-until"];

/**
 * Brings the parts of the open page (`data-follow`) to where the server has them, and returns which of their entries
 * (`data-entry`) say something else (`data-says`). What stays is not touched: it keeps focus, selection and what was
 * opened. Where the focus was in something that is gone it goes to what took its place. In such a part is no island:
 * its script would hold on to what was there before.
 */
export function takeParts(from: Document): PageNews[] {
  const before = sayings();
  const restoreFocus = rememberFocus();
  for (const part of document.querySelectorAll(`[${PART}]`)) {
    const fresh = from.querySelector(`[${PART}="${part.getAttribute(PART)}"]`);
    if (fresh) become(part, fresh);
  }
  restoreFocus();
  const after = sayings();
  const changed = [...after].filter(([id, says]) => before.get(id) !== says);
  for (const [id] of changed) entryOf(id)?.animate(CHANGED, CHANGED_MS);
  const gone = [...before].filter(([id]) => !after.has(id));
  return [
    ...changed.map(([, says]) => ({ says, gone: false })),
    ...gone.map(([, says]) => ({ says, gone: true })),
  ];
}

/** What every entry says, by its id. */
function sayings(): Map<string, string> {
  const entries = document.querySelectorAll(`[${PART}] [${ENTRY}]`);
  return new Map(
    [...entries].map((one) => [
      one.getAttribute(ENTRY) ?? "",
      one.getAttribute(SAYS) ?? "",
    ]),
  );
}

function entryOf(id: string): Element | null {
  return document.querySelector(`[${PART}] [${ENTRY}="${CSS.escape(id)}"]`);
}

/** Makes an element like the server's, with as many of its nodes kept as possible. */
function become(old: Element, fresh: Element): void {
  const timed = TIMED.some((name) => fresh.hasAttribute(name)) &&
    TIMED.every((name) => old.getAttribute(name) === fresh.getAttribute(name));
  for (const name of old.getAttributeNames()) {
    if (!fresh.hasAttribute(name) && !OWN.has(name)) old.removeAttribute(name);
  }
  for (const { name, value } of fresh.attributes) {
    if (old.getAttribute(name) !== value && !OWN.has(name)) {
      old.setAttribute(name, value);
    }
  }
  if (timed) return;
  let next: ChildNode | null = old.firstChild;
  for (const child of fresh.childNodes) {
    let same = next;
    while (same !== null && !isSame(same, child)) same = same.nextSibling;
    if (same === null) {
      old.insertBefore(document.importNode(child, true), next);
      continue;
    }
    if (same === next) next = next.nextSibling;
    else old.insertBefore(same, next);
    if (same instanceof Element && child instanceof Element) {
      become(same, child);
    } else if (same.nodeValue !== child.nodeValue) {
      same.nodeValue = child.nodeValue;
    }
  }
  while (next !== null) {
    const rest: ChildNode | null = next.nextSibling;
    next.remove();
    next = rest;
  }
}

/**
 * Whether a node may become another one. What is pressed never becomes something else under the finger: a link keeps
 * its address, an entry its appointment.
 */
function isSame(old: Node, fresh: Node): boolean {
  if (!(old instanceof Element) || !(fresh instanceof Element)) {
    return old.nodeType === fresh.nodeType;
  }
  return old.tagName === fresh.tagName &&
    ["href", "action", "name", "value", ENTRY].every((name) =>
      old.getAttribute(name) === fresh.getAttribute(name)
    );
}

/** Notes what has the focus in a part; the function gives it back, or to what is nearest to what is gone. */
function rememberFocus(): () => void {
  const had = document.activeElement;
  const part = had?.closest<HTMLElement>(`[${PART}]`);
  if (!(had instanceof HTMLElement) || !part) return () => {};
  const href = had.getAttribute("href");
  const id = had.closest(`[${ENTRY}]`)?.getAttribute(ENTRY);
  return () => {
    if (had.isConnected) return focusOn(had);
    const links = [
      ...document.querySelectorAll<HTMLElement>(`[${PART}] a[href]`),
    ];
    const entry = id ? entryOf(id) : null;
    const near = links.find((one) => one.getAttribute("href") === href) ??
      entry?.querySelector<HTMLElement>("a[href]");
    if (near) return focusOn(near);
    const heading = part.querySelector<HTMLElement>("h1, h2, h3") ?? part;
    heading.tabIndex = -1;
    focusOn(heading);
  };
}

function focusOn(element: HTMLElement): void {
  if (document.activeElement !== element) {
    element.focus({ preventScroll: true });
  }
}
