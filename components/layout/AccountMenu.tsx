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
  const isNew = nav.filter(({ count }) => count);
  const label = t(texts.accountOf, { name: account.name });
  return (
    <Menu
      name="account"
      label={[label, ...isNew.map((item) => `${item.label}: ${item.count}`)]
        .join(", ")}
      button={
        <>
          <Icon name="user" />
          <bdi class="menu-word">{account.name}</bdi>
          {nav.map((item) => (
            <Count key={item.href} item={item} kind=" menu-count" />
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
