import { useState } from "preact/hooks";

/** Files dragged onto something: what it listens to, and whether some are over it now. */
export function useFileDrop(onFiles: (files: File[]) => void) {
  const [over, setOver] = useState(false);
  return {
    over,
    onDragOver: (event: DragEvent) => {
      // Text and links are dragged as well; they go where they always go.
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: ({ currentTarget, relatedTarget }: DragEvent) => {
      // From one part of it to another is not out of it.
      const inside = currentTarget instanceof Node &&
        relatedTarget instanceof Node && currentTarget.contains(relatedTarget);
      if (!inside) setOver(false);
    },
    onDrop: (event: DragEvent) => {
      const files = [...event.dataTransfer?.files ?? []];
      setOver(false);
      if (files.length === 0) return;
      event.preventDefault();
      onFiles(files);
    },
  };
}

/** The files of a paste, such as a screenshot; none for text. */
export function pastedFiles(event: ClipboardEvent): File[] {
  return [...event.clipboardData?.files ?? []];
}
