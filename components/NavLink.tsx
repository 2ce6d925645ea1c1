import type { NavItem } from "./Page.tsx";

/** An entry of a menu, with the number of what is new behind it. */
export function NavLink({ item }: { item: NavItem }) {
  return (
    <a
      class="nav-link"
      href={item.href}
      // Said either way: Fresh would mark every ancestor, and the home page is one of all.
      aria-current={item.current ? "page" : "false"}
    >
      <span>{item.label}</span>
      {item.count ? <span class="count">{item.count}</span> : null}
    </a>
  );
}
