import type { directory as french } from "../fr/directory.ts";
import type { Translation } from "../mod.ts";

export const directory = {
  filters: "Narrow the search",
  all: "All",
  today: "Free today",
  freeNow: "Free now",
  more: "More doctors",
  fromStart: "Back to the start of the list",
  nobody: "No doctor matches this search.",
} satisfies Translation<typeof french>;
