/**
 * How tests find things on a page of a browser that Playwright does not drive. These functions run in the page, where
 * nothing else of this file is.
 */

/** What is shown with a role and this exact name: `button: Envoyer`. */
export function findByRole(root: Node, wanted: string): Element[] {
  const [role = "", name = ""] = wanted.split(/: (.*)/s);
  const selectors: Record<string, string> = {
    button: "button",
    heading: "h1, h2, h3",
    link: "a[href]",
  };
  const found = (root as Element).querySelectorAll(selectors[role] ?? role);
  return [...found].filter((one) => {
    const read = one.cloneNode(true) as Element;
    const unread = read.querySelectorAll("[hidden], [aria-hidden=true]");
    for (const part of unread) part.remove();
    const text = one.ariaLabel ?? read.textContent ?? "";
    return one.checkVisibility({ visibilityProperty: true }) &&
      text.trim().replace(/\s+/g, " ") === name;
  });
}

/** The fields that are shown with this in their label. */
export function findByLabel(root: Node, label: string): Element[] {
  const fields = (root as Element).querySelectorAll<HTMLInputElement>(
    "input, textarea, select",
  );
  return [...fields].filter((one) => {
    const labels = [...one.labels ?? []].map((label) => label.textContent);
    return one.checkVisibility({ visibilityProperty: true }) &&
      [one.ariaLabel, ...labels].some((text) => text?.includes(label));
  });
}
