import type { NavItem } from "./Page.tsx";

/** An entry of a menu, with the number of what is new behind it. */
export function NavLink({ item }: { item: NavItem }) {
  return (
    <a
      class="nav-link"
      href={item.href}
      aria-current={item.current ? "page" : undefined}
    >
      <span>{item.label}</span>
      {item.count ? <span class="count">{item.count}</span> : null}
    </a>
  );
}
