import type { directory as french } from "../fr/directory.ts";
import type { Translation } from "../mod.ts";

export const directory = {
  filters: "Refinar a pesquisa",
  all: "Todos",
  today: "Livre hoje",
  freeNow: "Livre agora",
  more: "Mais médicos",
  fromStart: "Voltar ao início da lista",
  nobody: "Nenhum médico corresponde a esta pesquisa.",
} satisfies Translation<typeof french>;
