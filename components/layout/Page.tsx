import type { ComponentChildren } from "preact";
import type { FrameTexts } from "@/i18n/fr/frame.ts";
import type { Language } from "@/i18n/mod.ts";
import { PageFooter } from "./PageFooter.tsx";
import { PageHeader } from "./PageHeader.tsx";

/** Where the frame's links lead, in the page's language. */
interface FrameLinks {
  home: string;
  signIn: string;
  help: string;
  privacy: string;
  accessibility: string;
}

/** Whom to call and write to. */
export interface Helpdesk {
  phone: string;
  email: string;
  /** First and last weekday from Monday as 0, and the times, `08:00`. */
  hours: { first: number; last: number; opens: string; closes: string };
}

export interface NavItem {
  href: string;
  label: string;
  /** This page, or one below it. */
  current?: boolean;
  /** Unread or waiting; not shown when 0. */
  count?: number;
  /** The number follows what arrives, where scripts run (islands/UnreadNews.tsx). */
  live?: boolean;
}

export interface PageProps {
  language: Language;
  texts: FrameTexts;
  /** Path and query of this page, as `/fr/doctors?week=2026-11-23`: the language menu leads to the same page. */
  path: string;
  links: FrameLinks;
  /** From the configuration; on every page (docs/specification.md, 10). */
  helpdesk: Helpdesk;
  nav?: readonly NavItem[];
  /** Who is signed in; without it there is a sign-in link. `signOut` is the path the form posts to. */
  account?: { name: string; items: readonly NavItem[]; signOut: string };
  /**
   * `page`: patients and visitors. `workspace`: the doctor's, dense and wide.
   * `stage`: waiting room and call, the height of the window and without footer.
   */
  layout?: "page" | "workspace" | "stage";
  children: ComponentChildren;
}

/** Header, content and footer of every page; goes into `<body>`. */
export function Page(props: PageProps) {
  const layout = props.layout ?? "page";
  return (
    <div
      class={`frame frame-${layout}${
        layout === "workspace" ? " workspace" : ""
      }`}
    >
      <a class="skip-link" href="#content">{props.texts.skipToContent}</a>
      <PageHeader {...props} />
      <main class="content" id="content" tabIndex={-1}>{props.children}</main>
      {layout !== "stage" && <PageFooter {...props} />}
    </div>
  );
}
