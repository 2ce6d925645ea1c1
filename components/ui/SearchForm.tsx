import type { ComponentChildren } from "preact";
import { Button } from "./Button.tsx";
import { Icon } from "./Icon.tsx";

interface SearchFormProps {
  /** Page that shows what was found; a GET form, so that it works without JavaScript. */
  action: string;
  name: string;
  label: string;
  /** Shown in the empty box. */
  example?: string;
  value?: string;
  submit: string;
  /** `light` on the dark band of the home page. */
  kind?: "primary" | "light";
  /** Offered while typing, as a native drop-down. */
  suggestions?: readonly string[];
  /** Hidden fields that are sent along. */
  children?: ComponentChildren;
}

/** A search box in one row, with the drop-down that the guide asks for. */
export function SearchForm(props: SearchFormProps) {
  const { action, name, label, example, value, suggestions = [] } = props;
  const { kind = "primary" } = props;
  const id = `field-${name}`;
  return (
    <form class="search" method="get" action={action} role="search">
      <label for={id}>{label}</label>
      <span class="input">
        <Icon name="search" />
        <input
          type="search"
          id={id}
          name={name}
          value={value}
          placeholder={example}
          list={suggestions.length > 0 ? `${id}-list` : undefined}
          autocomplete="off"
        />
      </span>
      <Button kind={kind} icon="search">
        {props.submit}
      </Button>
      {props.children}
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
