import { AccountMenu } from "./AccountMenu.tsx";
import { Icon } from "./Icon.tsx";
import { LanguageMenu } from "./LanguageMenu.tsx";
import { Logo } from "./Logo.tsx";
import { NavLink } from "./NavLink.tsx";
import type { PageProps } from "./Page.tsx";

/** Name, main menu, helpdesk, language and account: the same on every page. */
export function PageHeader(props: PageProps) {
  const { texts, links, helpdesk, nav = [], account } = props;
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
          <a
            class="header-help"
            href={phoneLink(helpdesk.phone)}
            aria-label={`${texts.help} ${helpdesk.phone}`}
          >
            <Icon name="phone" />
            <span class="header-help-word">{texts.help}</span>
            <span class="header-help-number">{helpdesk.phone}</span>
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

/** `tel:` with what a phone can dial: "+ (352) 27 12 50 18 33" has spaces and brackets. */
export function phoneLink(phone: string): string {
  return `tel:${phone.replace(/[^+\d]/g, "")}`;
}
