import { AccountMenu } from "./AccountMenu.tsx";
import { Icon } from "@/components/ui/Icon.tsx";
import { LanguageMenu } from "./LanguageMenu.tsx";
import { Logo } from "@/components/ui/Logo.tsx";
import { NavLink } from "./NavLink.tsx";
import type { PageProps } from "./Page.tsx";

/** Name, main menu, help, language and account: the same on every page. */
export function PageHeader(props: PageProps) {
  const { texts, links, nav = [], account } = props;
  return (
    <header class="header">
      <div class={`header-inner${nav.length > 0 ? " header-with-nav" : ""}`}>
        <Logo href={links.home} label={texts.homeLabel} />
        {nav.length > 0 && (
          <nav class="header-nav" aria-label={texts.mainMenu}>
            <ul class="header-nav-list">
              {nav.map((item) => (
                <li key={item.href}>
                  <NavLink item={item} />
                </li>
              ))}
            </ul>
          </nav>
        )}
        <div class="header-end">
          <a class="header-help" href={links.help}>
            <Icon name="help" />
            <span>{texts.help}</span>
          </a>
          <LanguageMenu
            language={props.language}
            path={props.path}
            texts={texts}
          />
          {account
            ? <AccountMenu account={account} nav={nav} texts={texts} />
            : (
              <a class="header-sign-in" href={links.signIn}>
                <Icon name="user" />
                {texts.signIn}
              </a>
            )}
        </div>
      </div>
    </header>
  );
}
