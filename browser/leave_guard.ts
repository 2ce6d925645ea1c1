/**
 * Asks before a link or a form of this page leads away, until the returned function is called: a link in a
 * message must not end a call. `question` is the browser's own dialog. A reload and closing the tab are not asked about: both come
 * back into the call.
 */
export function askBeforeLeaving(question: string): () => void {
  const ask = (event: Event) => {
    if (leaves(event) && !confirm(question)) {
      event.preventDefault();
      event.stopPropagation();
    }
  };
  document.addEventListener("click", ask, true);
  document.addEventListener("submit", ask, true);
  return () => {
    document.removeEventListener("click", ask, true);
    document.removeEventListener("submit", ask, true);
  };
}

function leaves(event: Event): boolean {
  const { target } = event;
  if (!(target instanceof Element)) return false;
  if (event.type === "submit") {
    // A form that an island handles posts nowhere: it has no action, or no longer.
    return Boolean(target.getAttribute("action"));
  }
  const link = target.closest("a[href]");
  if (!(link instanceof HTMLAnchorElement)) return false;
  const other = link.target !== "" && link.target !== "_self";
  const special = event instanceof MouseEvent &&
    (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey);
  const url = new URL(link.href);
  const here = url.origin === location.origin &&
    url.pathname === location.pathname && url.search === location.search;
  return !other && !special && !here && /^https?:$/.test(url.protocol);
}
