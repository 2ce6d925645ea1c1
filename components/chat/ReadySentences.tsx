import { ScriptButton } from "@/components/ui/ScriptButton.tsx";
interface ReadySentencesProps {
  label: string;
  sentences: readonly string[];
  onSend: (sentence: string) => void;
}

/** What is often written, sent with one press. */
export function ReadySentences(
  { label, sentences, onSend }: ReadySentencesProps,
) {
  return (
    <ul class="ready-sentences" aria-label={label}>
      {sentences.map((sentence) => (
        <li key={sentence}>
          <ScriptButton
            class="ready-sentence"
            onClick={() => onSend(sentence)}
          >
            {sentence}
          </ScriptButton>
        </li>
      ))}
    </ul>
  );
}
