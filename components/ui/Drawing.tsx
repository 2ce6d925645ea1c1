/** The drawings of `static/illustrations/`: two colours, light and dark. */
export type DrawingName =
  | "documents-sent"
  | "empty-appointments"
  | "no-connection"
  | "prepare";

/** A drawing beside words that say the same. */
export function Drawing({ name }: { name: DrawingName }) {
  return (
    <img
      class="drawing"
      src={`/illustrations/${name}.svg`}
      alt=""
      width="200"
      height="140"
      loading="lazy"
    />
  );
}
