/**
 * Whether each word of a query begins a word of the text, whatever the accents and capitals:
 * "ines allg" finds "Dr Inês Ferreira, Allgemeinmedizin". An empty query finds everything.
 */
export function matches(query: string, text: string): boolean {
  const words = wordsOf(text);
  return wordsOf(query).every((wanted) =>
    words.some((word) => word.startsWith(wanted))
  );
}

function wordsOf(text: string): string[] {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase()
    .split(/[^\p{L}\p{N}]+/u).filter(Boolean);
}
