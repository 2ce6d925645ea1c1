interface ChoicesProps {
  name: string;
  legend: string;
  /** The word for "optional" when none has to be chosen. */
  optional?: string;
  options: readonly {
    value: string;
    label: string;
    /** At the end of the line: `10 min`. */
    end?: string;
  }[];
  value?: string;
  /** Short answers stand beside each other, long ones in two columns from 48rem. */
  layout?: "row" | "two";
}

/** One answer out of a few, each a line to press. */
export function Choices(props: ChoicesProps) {
  const { name, legend, optional, options, value, layout } = props;
  return (
    <fieldset>
      <legend>
        {legend}
        {optional && <span class="field-optional">{` (${optional})`}</span>}
      </legend>
      <div class={layout ? `choices choices-${layout}` : "choices"}>
        {options.map((option) => (
          <label class="choice" key={option.value}>
            <input
              type="radio"
              name={name}
              value={option.value}
              // Undefined, not false: an island that renders again leaves what was pressed.
              checked={option.value === value || undefined}
            />
            <span>{option.label}</span>
            {option.end && <span class="choice-end">{option.end}</span>}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
