import type { FrameTexts } from "@/i18n/fr/frame.ts";
import { t } from "@/i18n/mod.ts";
import { Icon } from "./Icon.tsx";
import { NavLink } from "./NavLink.tsx";
import type { NavItem, PageProps } from "./Page.tsx";

interface AccountMenuProps {
  account: NonNullable<PageProps["account"]>;
  /** The main menu: on a phone it stands in here. */
  nav: readonly NavItem[];
  texts: FrameTexts;
}

/** The signed-in person's menu, with the way out. */
export function AccountMenu({ account, nav, texts }: AccountMenuProps) {
  return (
    <details class="menu account-menu" name="header-menu">
      <summary aria-label={t(texts.accountOf, { name: account.name })}>
        <Icon name="user" />
        <span class="menu-word">{account.name}</span>
        <Icon name="chevron-down" />
      </summary>
      <div class="menu-panel">
        <p class="menu-name">{account.name}</p>
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
      </div>
    </details>
  );
}
