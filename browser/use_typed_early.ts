import type { RefObject } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/**
 * Tells an island what was typed, chosen or filled in by the browser before its script ran, as if it happened now.
 * Without it the island would put its fields back to what the server sent. For the component that draws the fields.
 */
export function useTypedEarly(around: RefObject<HTMLElement>): void {
  // Read before the component draws for the first time: Preact sets the value of a field that it takes over.
  const [early] = useState(readEarly);
  useLayoutEffect(() => {
    for (const [field, value] of early) {
      if (!around.current?.contains(field)) continue;
      if (field.type !== "file") field.value = value;
      field.dispatchEvent(new Event("input", { bubbles: true }));
      field.dispatchEvent(new Event("change", { bubbles: true }));
    }
  }, []);
}

function readEarly(): Map<Field, string> {
  return new Map(
    changedIn(globalThis.document).map((field) => [field, field.value]),
  );
}

/** Whether a form holds something else than what the server sent. */
export function isTypedEarly(form: HTMLFormElement): boolean {
  return changedIn(form).length > 0;
}

function changedIn(root: ParentNode | undefined): Field[] {
  const fields = root?.querySelectorAll<Field>("input, textarea, select");
  return [...fields ?? []].filter(isChanged);
}

function isChanged(field: Field): boolean {
  if (field instanceof HTMLSelectElement) {
    const sent = [...field.options].findIndex((one) => one.defaultSelected);
    return field.selectedIndex !== Math.max(sent, 0);
  }
  if (field instanceof HTMLTextAreaElement) {
    return field.value !== field.defaultValue;
  }
  if (field.type === "file") return (field.files?.length ?? 0) > 0;
  return field.value !== field.defaultValue ||
    field.checked !== field.defaultChecked;
}
