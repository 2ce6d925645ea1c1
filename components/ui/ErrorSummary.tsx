import { Icon } from "./Icon.tsx";

export interface FormError {
  /** The id of the input, `field-email`; without one, the error concerns the whole form. */
  id?: string;
  message: string;
}

/**
 * All errors of a form, above it, each a link to its field. Takes the focus when the page has loaded, so
 * that a screen reader begins there. Renders nothing when there is none.
 */
export function ErrorSummary(
  { title, errors }: { title: string; errors: readonly FormError[] },
) {
  if (errors.length === 0) return null;
  return (
    <div class="error-summary" role="alert" tabIndex={-1} autofocus>
      <h2>
        <Icon name="error" />
        {title}
      </h2>
      <ul>
        {errors.map((error) => (
          <li key={error.id ?? error.message}>
            {error.id
              ? <a href={`#${error.id}`}>{error.message}</a>
              : error.message}
          </li>
        ))}
      </ul>
    </div>
  );
}
