import type { FrameTexts } from "@/i18n/fr/frame.ts";
import { t } from "@/i18n/mod.ts";
import { Icon } from "@/components/ui/Icon.tsx";
import { Menu } from "./Menu.tsx";
import { Count, NavLink } from "./NavLink.tsx";
import type { NavItem, PageProps } from "./Page.tsx";

interface AccountMenuProps {
  account: NonNullable<PageProps["account"]>;
  /** The main menu: on a phone it stands in here. */
  nav: readonly NavItem[];
  texts: FrameTexts;
}

/** The signed-in person's menu, with signing out. */
export function AccountMenu({ account, nav, texts }: AccountMenuProps) {
  return (
    <Menu
      name="account"
      button={
        <>
          <Icon name="user" />
          <span class="visually-hidden">
            {t(texts.accountOf, { name: account.name })}
          </span>
          <bdi class="menu-word" aria-hidden="true">{account.name}</bdi>
          {nav.map((item) => (
            <Count
              key={item.href}
              item={item}
              kind="menu-count"
              label={`, ${item.label}: `}
            />
          ))}
        </>
      }
    >
      <p class="menu-name" dir="auto">{account.name}</p>
      {nav.length > 0 && (
        <ul class="menu-list menu-nav">
          {nav.map((item) => (
            <li key={item.href}>
              <NavLink item={item} />
            </li>
          ))}
        </ul>
      )}
      <ul class="menu-list">
        {account.items.map((item) => (
          <li key={item.href}>
            <NavLink item={item} />
          </li>
        ))}
        <li>
          <form method="post" action={account.signOut}>
            <button type="submit" class="nav-link">{texts.signOut}</button>
          </form>
        </li>
      </ul>
    </Menu>
  );
}
