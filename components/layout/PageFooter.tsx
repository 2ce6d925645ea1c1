import { hoursOf } from "./helpdesk.ts";
import { phoneLink } from "@/domain/phone.ts";
import { Icon } from "@/components/ui/Icon.tsx";
import { LanguageLinks } from "./LanguageMenu.tsx";
import type { PageProps } from "./Page.tsx";

/** The helpdesk, what is worth knowing about the service, and the languages once more. */
export function PageFooter(
  { texts, links, helpdesk, language, path }: PageProps,
) {
  return (
    <footer class="footer">
      <div class="footer-inner">
        <section class="footer-help" aria-labelledby="footer-help">
          <h2 id="footer-help">{texts.needHelp}</h2>
          <p>{hoursOf(helpdesk, language, texts)}</p>
          <dl class="footer-contact">
            <div>
              <dt>{texts.helpdeskPhone}</dt>
              <dd>
                <a href={phoneLink(helpdesk.phone)}>{helpdesk.phone}</a>
              </dd>
            </div>
            <div>
              <dt>{texts.helpdeskEmail}</dt>
              <dd>
                <a href={`mailto:${helpdesk.email}`}>{helpdesk.email}</a>
              </dd>
            </div>
          </dl>
          <p class="footer-emergency">
            <Icon name="warning" />
            {texts.emergency}
          </p>
        </section>
        <nav class="footer-links" aria-label={texts.footerLinks}>
          <ul class="footer-list">
            <li>
              <a href={links.help}>{texts.help}</a>
            </li>
            <li>
              <a href={links.privacy}>{texts.privacy}</a>
            </li>
            <li>
              <a href={links.accessibility}>{texts.accessibility}</a>
            </li>
          </ul>
        </nav>
        <nav class="footer-links" aria-label={texts.chooseLanguage}>
          <ul class="footer-list">
            <LanguageLinks language={language} path={path} />
          </ul>
        </nav>
      </div>
    </footer>
  );
}
