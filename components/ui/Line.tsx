import type { TicketTexts } from "@/i18n/fr/ticket.ts";
import { t } from "@/i18n/mod.ts";
import { Icon } from "./Icon.tsx";

export interface LineStep {
  word: string;
  /** `17:10`, `dès 17:00`. */
  when?: string;
}

interface LineProps {
  steps: readonly LineStep[];
  /** The present step, from 0; as many as there are steps: all is done. */
  current: number;
  /** Across the foot of a wide ticket, from 48rem. */
  across?: boolean;
  texts: Pick<TicketTexts, "lineDone" | "whatComes">;
}

/** What comes, and where one is: done with a tick, present as a ring with a dot, to come as an empty ring. */
export function Line({ steps, current, across, texts }: LineProps) {
  return (
    <ol
      class={across ? "line line-across" : "line"}
      aria-label={texts.whatComes}
    >
      {steps.map(({ word, when }, index) => (
        <li
          key={word}
          class={`line-${stage(index, current)}`}
          aria-current={index === current ? "step" : undefined}
        >
          <span class="line-dot">
            {index < current && <Icon name="check" />}
          </span>
          <span class="line-words">
            <span class="line-word">
              {index < current && (
                <span class="visually-hidden">{texts.lineDone}</span>
              )}
              {word}
            </span>
            {when && (
              <span class="line-when">
                {index === current
                  ? <span class="line-tag">{when}</span>
                  : when}
              </span>
            )}
          </span>
        </li>
      ))}
    </ol>
  );
}

interface LineBarsProps {
  steps: readonly LineStep[];
  current: number;
  texts: Pick<TicketTexts, "lineStep">;
}

/** The same as bars with one line of words: `Étape 3 sur 5 : salle d’attente`. */
export function LineBars({ steps, current, texts }: LineBarsProps) {
  const at = Math.min(current, steps.length - 1);
  return (
    <>
      <p class="line-mini" aria-hidden="true">
        {steps.map((step, index) => (
          <span key={step.word} class={`line-${stage(index, current)}`} />
        ))}
      </p>
      <p class="line-mini-word">
        {t(texts.lineStep, {
          current: at + 1,
          total: steps.length,
          step: steps[at]?.word ?? "",
        })}
      </p>
    </>
  );
}

function stage(index: number, current: number): "done" | "now" | "next" {
  if (index < current) return "done";
  return index === current ? "now" : "next";
}
