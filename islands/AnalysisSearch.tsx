import { useEffect, useRef, useState } from "preact/hooks";
import { useTypedEarly } from "@/browser/use_typed_early.ts";
import { Button } from "@/components/ui/Button.tsx";
import { holdsWords } from "@/domain/word_search.ts";
import type { DocumentTexts } from "@/i18n/document_names.ts";
import { type Language, plural, t } from "@/i18n/mod.ts";

interface AnalysisSearchProps {
  /** What was looked for without JavaScript. */
  search: string;
  /** How many it found. */
  count?: number;
  language: Language;
  texts: Pick<
    DocumentTexts,
    | "searchAnalyses"
    | "search"
    | "analysesFound_one"
    | "analysesFound_other"
  >;
}

/** Searches the analyses of the form around it as it is typed; what is ticked stays in sight. Without it, its button does. */
export function AnalysisSearch(
  { search, count, language, texts }: AnalysisSearchProps,
) {
  const box = useRef<HTMLDivElement>(null);
  const [found, setFound] = useState(count);
  const [awake, setAwake] = useState(false);
  useTypedEarly(box);
  useEffect(() => setAwake(true), []);
  const show = (wanted: string) => {
    const form = box.current?.closest("form");
    if (!form) return;
    let matching = 0;
    for (const line of form.querySelectorAll<HTMLElement>("[data-analysis]")) {
      const matches = holdsWords(line.dataset.analysis ?? "", wanted);
      if (matches) matching++;
      line.hidden = !matches && line.querySelector(":checked") === null;
    }
    for (const group of form.querySelectorAll<HTMLElement>("[data-analyses]")) {
      group.hidden =
        group.querySelector("[data-analysis]:not([hidden])") === null;
    }
    setFound(wanted.trim() === "" ? undefined : matching);
  };
  return (
    <div class="analysis-search" ref={box}>
      <label for="field-find">{texts.searchAnalyses}</label>
      <div class="row">
        <span class="input">
          <input
            type="search"
            id="field-find"
            name="find"
            defaultValue={search}
            autocomplete="off"
            aria-describedby="analyses-found"
            onInput={(event) => {
              // What is looked for is no part of the draft.
              event.stopPropagation();
              show(event.currentTarget.value);
            }}
            onKeyDown={(event) => {
              if (event.key === "Enter") event.preventDefault();
            }}
          />
        </span>
        {!awake && (
          <Button kind="secondary" icon="search" name="act" value="find">
            {texts.search}
          </Button>
        )}
      </div>
      <p id="analyses-found" class="soft small" role="status">
        {found !== undefined && t(
          plural(language, found, {
            one: texts.analysesFound_one,
            other: texts.analysesFound_other,
          }),
          { count: found },
        )}
      </p>
    </div>
  );
}
