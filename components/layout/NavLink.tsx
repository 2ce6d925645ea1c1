import type { NavItem } from "./Page.tsx";

/** An entry of a menu, with the number of what is new behind it. */
export function NavLink({ item }: { item: NavItem }) {
  return (
    <a
      class="nav-link"
      href={item.href}
      // Always set: Fresh would mark every ancestor as current, and the home page is an ancestor of all.
      aria-current={item.current ? "page" : "false"}
    >
      <span>{item.label}</span>
      <Count item={item} />
    </a>
  );
}

/** The number behind an entry; a live one is there at 0 too, hidden, for the island that keeps it (islands/UnreadNews.tsx). */
export function Count(
  { item, kind, label }: {
    item: NavItem;
    kind?: "menu-count";
    /** What is counted, for screen readers, where it does not stand beside the number. */
    label?: string;
  },
) {
  const { count = 0, live } = item;
  if (count === 0 && !live) return null;
  return (
    <span
      class={kind ? `count ${kind}` : "count"}
      hidden={count === 0}
      data-unread={live ? "" : undefined}
    >
      {label && <span class="visually-hidden">{label}</span>}
      <span>{count}</span>
    </span>
  );
}
