import { useEffect, useState } from "preact/hooks";
import {
  type EffectName,
  type Effects,
  type EffectState,
  isOn,
  possibleEffects,
} from "@/browser/effects.ts";
import { Checkbox } from "@/components/ui/Checkbox.tsx";
import type { ConnectionTexts } from "@/i18n/fr/connection.ts";
import { t } from "@/i18n/mod.ts";

interface EffectSettingsProps {
  effects: Effects;
  texts: ConnectionTexts;
}

/** Background blur and noise suppression, where this browser can do them. */
export function EffectSettings({ effects, texts }: EffectSettingsProps) {
  const [names, setNames] = useState<EffectName[]>([]);
  useEffect(() => setNames(possibleEffects()), []);
  const states = effects.states.value;
  if (names.length === 0) return null;
  return (
    <div class="stack stack-s">
      {names.map((name) => (
        <Checkbox
          key={name}
          name={name}
          label={texts[name]}
          hint={texts[`${name}Text`]}
          checked={isOn(states[name])}
          onChange={() => effects.turn(name)}
        />
      ))}
      <div role="status">
        {names.map((name) => {
          const text = stateText(states[name], texts);
          return text && (
            <p key={name}>
              {t(texts.effectNews, { effect: texts[name], state: text })}
            </p>
          );
        })}
      </div>
    </div>
  );
}

function stateText(state: EffectState, texts: ConnectionTexts) {
  switch (state) {
    case "starting":
      return texts.effectStarting;
    case "slow":
      return texts.effectSlow;
    case "failed":
      return texts.effectFailed;
    default:
      return undefined;
  }
}
