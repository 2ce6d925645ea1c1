import { createDefine } from "fresh";
import type { Language } from "@/i18n/mod.ts";
import type { Catalogue } from "@/i18n/texts.ts";
import type { Auth, Person } from "@/services/session.ts";

/** What the middlewares know of a request when a route gets it. */
export interface State {
  /** Stands in the log line and on the error page. */
  requestId: string;
  /** The person's network address, as far as the configuration lets us know it. */
  address: string;
  /** From the path; on `/` and under `/api` from cookie and `Accept-Language`. */
  language: Language;
  texts: Catalogue;
  /** Who is signed in with password and SMS code; null for everybody else. */
  person: Person | null;
  /** What was sent by whoever has to be signed in: kept when the session turns out to have ended. */
  form?: FormData;
  /** Supabase Auth for this request: reads and writes the session cookies. */
  auth: Auth;
  /** Headers that the answer will carry beside the route's own: cookies. */
  answer: Headers;
  /** The page's title, without the product's name. */
  title?: string;
  /** The frame around the page; `page` unless said. */
  layout?: "page" | "workspace" | "stage";
}

/** Typed `handlers`, `page`, `layout` and `middleware` for the routes. */
export const define = createDefine<State>();
