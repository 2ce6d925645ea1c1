import type { directory as french } from "../fr/directory.ts";
import type { Translation } from "../mod.ts";

export const directory = {
  filters: "Suche eingrenzen",
  all: "Alle",
  today: "Heute frei",
  freeNow: "Jetzt frei",
  more: "Weitere Ärztinnen und Ärzte",
  fromStart: "Zum Anfang der Liste",
  nobody: "Zu dieser Suche gibt es niemanden.",
} satisfies Translation<typeof french>;
