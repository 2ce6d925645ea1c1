/** The keys that work on the page, at its foot; not for fingers. */
export function KeyFoot(
  { label, keys }: {
    label: string;
    keys: readonly { key: string; does: string }[];
  },
) {
  return (
    <aside class="desk-keys" aria-label={label}>
      {keys.map(({ key, does }) => (
        <span key={key}>
          {key.split(" ").map((one) => <kbd key={one}>{one}</kbd>)} {does}
        </span>
      ))}
    </aside>
  );
}
