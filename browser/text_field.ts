/** Whether keys that are pressed now write or choose something: nobody's focus may be taken away there. */
export function isTextField(element: Element | null): boolean {
  if (!(element instanceof HTMLElement)) return false;
  return element.isContentEditable || element.matches(
    "textarea, select, input:not([type=button], [type=submit], [type=reset], [type=checkbox], [type=radio], [type=file])",
  );
}
