import { useEffect, useRef, useState } from "preact/hooks";
import type { DocumentTexts } from "@/i18n/document_names.ts";
import { saveDraftForm } from "@/browser/draft.ts";
import { isTypedEarly } from "@/browser/use_typed_early.ts";
import { medicineOf, medicineParts } from "@/domain/medicines.ts";
import { refusalText } from "@/domain/errors.ts";
import type { Catalogue } from "@/i18n/texts.ts";

/** How long after the last key a draft is saved, in milliseconds. */
const PAUSE_MS = 800;

interface DraftSaverProps {
  /** Where the form is kept, by POST. */
  path: string;
  /** The id of the frame that shows the preview. */
  preview: string;
  texts: Pick<DocumentTexts, "saved" | "notSaved">;
  errors: Catalogue["errors"];
}

/** Saves the form around it while it is typed, and draws the preview anew. Without it the form has its button. */
export function DraftSaver({ path, preview, texts, errors }: DraftSaverProps) {
  const status = useRef<HTMLParagraphElement>(null);
  const [said, setSaid] = useState("");
  useEffect(() => {
    const form = status.current?.closest("form");
    if (!form) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let unsent = false;
    let saving = Promise.resolve();
    const save = async () => {
      unsent = false;
      const answer = await saveDraftForm(path, new FormData(form));
      if ("version" in answer) {
        const version = form.elements.namedItem("version");
        if (version instanceof HTMLInputElement) {
          version.value = String(answer.version);
        }
        const frame = document.getElementById(preview);
        // Not by its window: a viewer of PDFs is of another origin.
        if (frame instanceof HTMLIFrameElement) {
          // An address with a fragment is loaded anew only when the part before it is another one.
          const source = new URL(frame.src);
          source.searchParams.set("version", String(answer.version));
          frame.src = source.href;
        }
        setSaid(texts.saved);
      } else {
        unsent = answer.key === "offline";
        setSaid(refusalText(answer.key, errors, texts.notSaved));
      }
    };
    const later = (event?: Event) => {
      if (event?.target instanceof HTMLInputElement) fillLine(event.target);
      setSaid("");
      clearTimeout(timer);
      // One after the other: each knows the version that the one before made.
      timer = setTimeout(() => saving = saving.then(save), PAUSE_MS);
    };
    form.addEventListener("input", later);
    if (isTypedEarly(form)) later();
    const retry = () => {
      if (unsent) later();
    };
    addEventListener("online", retry);
    return () => {
      clearTimeout(timer);
      form.removeEventListener("input", later);
      removeEventListener("online", retry);
    };
  }, [path]);
  return <p ref={status} class="soft small" role="status">{said}</p>;
}

/** A whole medicine that was picked from the list goes into the fields of its line, as the server does without JavaScript. */
function fillLine(input: HTMLInputElement): void {
  const prefix = /^(line-\d+-)name$/.exec(input.name)?.[1];
  const parts = prefix && medicineOf(input.value);
  if (!parts) return;
  for (const part of medicineParts) {
    const field = input.form?.elements.namedItem(prefix + part);
    if (field instanceof HTMLInputElement) field.value = parts[part];
  }
}
