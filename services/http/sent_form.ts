import type { FormOutcome } from "./form_outcome.ts";

/** A whole form as the `typed` of an outcome, for pages whose fields may stand there several times. */
export function packForm(form: FormData): { sent: string } {
  const fields = [...form].flatMap(([name, value]) =>
    typeof value === "string" ? [[name, value]] : []
  );
  return { sent: new URLSearchParams(fields).toString() };
}

/** The form that {@link packForm} kept. */
export function unpackForm({ typed }: FormOutcome): FormData {
  const form = new FormData();
  for (const [name, value] of new URLSearchParams(typed.sent)) {
    form.append(name, value);
  }
  return form;
}
