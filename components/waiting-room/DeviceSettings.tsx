import type { ComponentChildren } from "preact";
import type { ReadonlySignal } from "@preact/signals";
import { Button } from "@/components/ui/Button.tsx";
import { Select } from "@/components/ui/Select.tsx";
import type { ConsultationTexts } from "@/i18n/fr/consultation.ts";

interface Entry {
  id: string;
  label: string;
}

type Choice = Record<"camera" | "microphone" | "loudspeaker", string>;

interface DeviceSettingsProps {
  lists: Record<"cameras" | "microphones" | "loudspeakers", Entry[]>;
  choice: Choice;
  /** 0 to 1; absent where no level is measured. Only the meter follows it. */
  level?: ReadonlySignal<number>;
  onChoose: (change: Partial<Choice>) => void;
  onTest?: () => void;
  /** What the test of the sound asks and says, under its button. */
  tested?: ComponentChildren;
  texts: ConsultationTexts;
}

/** Which camera, microphone and loudspeaker; the level meter moves when the person speaks. */
export function DeviceSettings(props: DeviceSettingsProps) {
  const { lists, choice, level, onChoose, onTest, texts } = props;
  const kinds = [
    { kind: "camera", label: texts.camera, entries: lists.cameras },
    { kind: "microphone", label: texts.microphone, entries: lists.microphones },
    {
      kind: "loudspeaker",
      label: texts.loudspeaker,
      entries: lists.loudspeakers,
    },
  ] as const;
  return (
    <div class="stack stack-s">
      {kinds.filter(({ entries }) => entries.length > 0).map((
        { kind, label, entries },
      ) => (
        <Select
          key={kind}
          name={kind}
          label={label}
          value={choice[kind]}
          options={[
            { value: "", label: texts.defaultDevice },
            ...entries.map((entry, index) => ({
              value: entry.id,
              label: entry.label || `${label} ${index + 1}`,
            })),
          ]}
          onChange={(event) => onChoose({ [kind]: event.currentTarget.value })}
        />
      ))}
      {level !== undefined && (
        <p class="level-line">
          <label for="level">{texts.level}</label>
          <meter class="level" id="level" min={0} max={1} value={level} />
          <span class="soft small">{texts.levelHint}</span>
        </p>
      )}
      {onTest && (
        <Button kind="secondary" type="button" icon="speaker" onClick={onTest}>
          {texts.testSound}
        </Button>
      )}
      {props.tested}
    </div>
  );
}
