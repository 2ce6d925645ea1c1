import { Button } from "@/components/ui/Button.tsx";
import { Icon } from "@/components/ui/Icon.tsx";

interface UndoBarProps {
  /** `Le rendez-vous de João Pereira est annulé.` */
  done: string;
  /** `Personne n’est encore prévenu.` */
  still?: string;
  undo: string;
}

/** What was just done, and the button that takes it back: it sends the form around it. */
export function UndoBar({ done, still, undo }: UndoBarProps) {
  return (
    <div class="undo-bar">
      <Icon name="check" />
      <p role="status">
        <strong>{done}</strong> {still}
      </p>
      <Button kind="secondary">{undo}</Button>
    </div>
  );
}
