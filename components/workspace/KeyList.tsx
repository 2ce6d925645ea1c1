/** The keys that work on a page, for its help window: `c` calls, `m` writes, `?` helps. */
export function KeyList(
  { keys }: { keys: readonly { key: string; does: string }[] },
) {
  return (
    <dl class="keys">
      {keys.map(({ key, does }) => (
        <div key={key}>
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
  );
}
