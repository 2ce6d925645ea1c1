import { createDefine } from "fresh";
import type { Language } from "@/i18n/mod.ts";
import type { Catalogue } from "@/i18n/texts.ts";
import type { Auth, Person } from "@/services/auth/session.ts";

/** What the middlewares know of a request when a route gets it. */
export interface State {
  /** Stands in the log line and on the error page. */
  requestId: string;
  /** The person's network address, as far as the configuration lets us know it. */
  clientIp: string;
  /** From the path; on `/` and under `/api` from cookie and `Accept-Language`. */
  language: Language;
  texts: Catalogue;
  /** Who is signed in with password and SMS code; null for everybody else. */
  person: Person | null;
  /** What was sent by whoever has to be signed in: kept when the session turns out to have ended. */
  form?: FormData;
  /** The page that holds the form, where its POST goes to another address. */
  formPath?: string;
  /** Supabase Auth for this request: reads and writes the session cookies. */
  auth: Auth;
  /** Headers that the answer will carry beside the route's own: cookies. */
  responseHeaders: Headers;
  /** How many messages the person has not read; 0 for visitors. */
  unread: number;
  /** The page's title, without the product's name. */
  title?: string;
  /** One sentence for search engines and shared links; the service's own by default. */
  description?: string;
  /** For everybody and for search engines. Nothing is, unless its route says so. */
  isPublic?: boolean;
  /** The frame around the page; `page` by default. */
  layout?: "page" | "workspace" | "stage";
}

/** Typed `handlers`, `page`, `layout` and `middleware` for the routes. */
export const define = createDefine<State>();
