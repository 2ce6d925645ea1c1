import type { ConnectionTexts } from "./fr/connection.ts";

/** What is read where calls do not work in this browser. */
export type BrowserTexts = Pick<
  ConnectionTexts,
  "browserTitle" | "browserText"
>;

/** These texts out of the subject: an island gets no more. */
export function browserTexts(texts: ConnectionTexts): BrowserTexts {
  const { browserTitle, browserText } = texts;
  return { browserTitle, browserText };
}
