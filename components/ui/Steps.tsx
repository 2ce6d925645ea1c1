import type { FrameTexts } from "@/i18n/fr/frame.ts";
import { t } from "@/i18n/mod.ts";

interface StepsProps {
  /** The steps' names, in order. */
  steps: readonly string[];
  /** The current step, from 1. */
  current: number;
  texts: FrameTexts;
}

/** The current step of a form: "Étape 2 sur 3". Stands above the page's heading. */
export function Steps({ steps, current, texts }: StepsProps) {
  return (
    <div class="steps">
      <p class="steps-now">
        {t(texts.step, { current, total: steps.length })}
        <span class="steps-now-name" aria-hidden="true">
          {` – ${steps[current - 1] ?? ""}`}
        </span>
      </p>
      <ol class="steps-list">
        {steps.map((step, index) => (
          <li
            key={step}
            class={index + 1 < current ? "steps-done" : undefined}
            aria-current={index + 1 === current ? "step" : undefined}
          >
            <span class="steps-name">{step}</span>
            {index + 1 < current && (
              <span class="visually-hidden">{` (${texts.stepDone})`}</span>
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}
