/** A text as it is compared when somebody searches: in any case, with or without accents. */
function folded(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/** Whether every word that is looked for stands in a text. Nothing looked for stands in every text. */
export function holdsWords(text: string, search: string): boolean {
  const said = folded(text);
  return folded(search).trim().split(/\s+/).every((word) =>
    said.includes(word)
  );
}
