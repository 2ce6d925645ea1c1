import { t } from "@/i18n/mod.ts";
import type { DocumentTexts } from "@/i18n/document_names.ts";
import type { WrongField } from "./form.ts";

/** What is wrong with the fields of a draft, in words, by the name of the field. */
export function fieldErrors(
  wrong: readonly WrongField[],
  texts: DocumentTexts,
): Record<string, string> {
  return Object.fromEntries(wrong.map(({ field, problem, characters = "" }) => [
    field,
    {
      diagnosis: texts.diagnosisError,
      amount: texts.amountError,
      unprintable: t(texts.unprintable, { characters }),
    }[problem],
  ]));
}
