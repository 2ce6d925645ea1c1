import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";

/** Nearer to the end than this counts as at the end, in pixels. */
const NEAR_END = 48;

/**
 * Keeps a chat at its newest message, except while somebody reads older ones: then `below` says that one has come, and
 * `toEnd` leads there. `log` is the list in the element that scrolls.
 */
export function useChatScroll(
  log: RefObject<HTMLElement>,
  { count, mine, open }: {
    /** How much there is to see. */
    count: number;
    /** The newest is one's own. */
    mine: boolean;
    open: boolean;
  },
) {
  const atEnd = useRef(true);
  const before = useRef(0);
  /** What is read at the upper edge, and how far from it. */
  const read = useRef<{ element: Element; top: number } | null>(null);
  const [below, setBelow] = useState(false);
  const toEnd = () => {
    // The list is laid from its end: zero is there, older messages are above it.
    log.current?.parentElement?.scrollTo({ top: 0 });
    atEnd.current = true;
    setBelow(false);
  };
  useEffect(() => {
    const scroller = log.current?.parentElement;
    if (!scroller) return;
    const note = () => {
      atEnd.current = scroller.scrollTop > -NEAR_END;
      if (atEnd.current) setBelow(false);
      read.current = firstIn(scroller, log.current);
    };
    scroller.addEventListener("scroll", note, { passive: true });
    return () => scroller.removeEventListener("scroll", note);
  }, []);
  useEffect(() => {
    if (open) toEnd();
  }, [open]);
  useLayoutEffect(() => {
    const more = count > before.current;
    before.current = count;
    if (atEnd.current || (more && mine)) return toEnd();
    if (more) setBelow(true);
    const scroller = log.current?.parentElement;
    if (!scroller || !read.current?.element.isConnected) return;
    const { element, top } = read.current;
    scroller.scrollTop += topIn(scroller, element) - top;
  }, [count]);
  return { below, toEnd };
}

/** The first element of the list that is seen. */
function firstIn(scroller: Element, list: Element | null) {
  for (const element of list?.children ?? []) {
    const top = topIn(scroller, element);
    if (top + element.clientHeight > 0) return { element, top };
  }
  return null;
}

function topIn(scroller: Element, element: Element): number {
  return element.getBoundingClientRect().top -
    scroller.getBoundingClientRect().top;
}
