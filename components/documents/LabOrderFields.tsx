import { groupedPhone } from "@/domain/digit_groups.ts";
import { holdsWords } from "@/domain/word_search.ts";
import { Checkbox } from "@/components/ui/Checkbox.tsx";
import { Textarea } from "@/components/ui/Textarea.tsx";
import {
  type Analysis,
  analysisWords,
  type DraftFieldsProps,
  textOf,
} from "./form_state.ts";

/** How many analyses stand before the groups. */
const FAVOURITES = 8;

/** Analyses by group, free lines, and what the laboratory has to know. */
export function LabOrderFields(props: DraftFieldsProps) {
  const { content, catalogue, home, find, optional, texts, errors } = props;
  const chosen = Array.isArray(content.analyses) ? content.analyses : [];
  const others = Array.isArray(content.others) ? content.others : [];
  // What this doctor orders most stands first, and once.
  const favourites = new Set(catalogue.frequent.slice(0, FAVOURITES));
  const groups = new Map([
    [
      texts.frequentAnalyses,
      catalogue.analyses.filter(({ code }) => favourites.has(code)),
    ],
    ...Map.groupBy(
      catalogue.analyses.filter(({ code }) => !favourites.has(code)),
      ({ group }) => group,
    ),
  ]);
  const isShown = (analysis: Analysis) =>
    chosen.includes(analysis.code) || holdsWords(analysisWords(analysis), find);
  return (
    <>
      {props.search}
      {[...groups].map(([group, analyses]) =>
        analyses.length > 0 && (
          <fieldset
            key={group}
            class="line-fields"
            data-analyses
            hidden={!analyses.some(isShown)}
          >
            <legend>{group}</legend>
            {analyses.map((analysis) => (
              // Hidden, not left out: what is ticked is sent whatever is looked for.
              <div
                key={analysis.code}
                data-analysis={analysisWords(analysis)}
                hidden={!isShown(analysis)}
              >
                <Checkbox
                  id={`analysis-${analysis.code}`}
                  name="analyses"
                  value={analysis.code}
                  label={`${analysis.name} (${analysis.code})`}
                  checked={chosen.includes(analysis.code)}
                />
              </div>
            ))}
          </fieldset>
        )
      )}
      <Textarea
        name="others"
        label={texts.otherAnalyses}
        optional={optional}
        rows={3}
        value={others.join("\n")}
        error={errors.others}
      />
      <Checkbox
        name="fasting"
        label={texts.fasting}
        checked={content.fasting === true}
      />
      <Checkbox
        name="urgent"
        label={texts.urgent}
        checked={content.urgent === true}
      />
      <Checkbox
        name="home_visit"
        label={texts.homeVisit}
        hint={homeText(home, texts)}
        checked={content.home_visit === true}
      />
      <Textarea
        name="remark"
        label={texts.clinicalRemark}
        optional={optional}
        rows={3}
        value={textOf(content.remark)}
        error={errors.remark}
      />
    </>
  );
}

/** Where the laboratory goes; says it when that should be asked first. */
function homeText(
  { address, phone, old }: DraftFieldsProps["home"],
  texts: DraftFieldsProps["texts"],
): string {
  const where = [
    address || texts.noAddress,
    phone ? groupedPhone(phone) : texts.noPhone,
  ].join(
    ", ",
  );
  const asks = [
    ...(address && phone ? [] : [texts.askMissing]),
    ...(address && old ? [texts.askHome] : []),
  ].join(" ");
  return asks ? `${where}. ${asks}` : where;
}
