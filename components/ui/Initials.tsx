/** A person without a picture: first letters of first and last name, titles left out. */
export function Initials(
  { name, size }: { name: string; size?: "s" | "m" | "l" },
) {
  const words = name.split(/\s+/).filter((word) =>
    !/^(dr|prof|med)\.?$/i.test(word)
  );
  const letters = [words[0], words.length > 1 ? words.at(-1) : ""]
    .map((word) => [...(word ?? "")][0] ?? "").join("");
  return (
    <span
      class={size ? `initials portrait portrait-${size}` : "initials"}
      aria-hidden="true"
    >
      {letters.toUpperCase()}
    </span>
  );
}
