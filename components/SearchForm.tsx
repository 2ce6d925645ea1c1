import { Button } from "./Button.tsx";
import { Icon } from "./Icon.tsx";

interface SearchFormProps {
  /** Page that shows what was found; a GET form, so that it works without JavaScript. */
  action: string;
  name: string;
  label: string;
  hint?: string;
  value?: string;
  submit: string;
  /** Offered while typing, as a native drop-down. */
  suggestions?: readonly string[];
}

/** A search box with the drop-down that the guide asks for: name, specialty or language. */
export function SearchForm(props: SearchFormProps) {
  const { action, name, label, hint, value, submit, suggestions = [] } = props;
  const id = `field-${name}`;
  return (
    <form class="search" method="get" action={action} role="search">
      <label class="search-label" for={id}>{label}</label>
      {hint && <p class="field-hint" id={`${id}-hint`}>{hint}</p>}
      <div class="search-line">
        <span class="input">
          <Icon name="search" />
          <input
            type="search"
            id={id}
            name={name}
            value={value}
            list={suggestions.length > 0 ? `${id}-list` : undefined}
            aria-describedby={hint ? `${id}-hint` : undefined}
            autocomplete="off"
          />
        </span>
        <Button>{submit}</Button>
      </div>
      {suggestions.length > 0 && (
        <datalist id={`${id}-list`}>
          {suggestions.map((suggestion) => (
            <option key={suggestion} value={suggestion} />
          ))}
        </datalist>
      )}
    </form>
  );
}
