import { useEffect, useRef, useState } from "preact/hooks";
import { NotesAnswer } from "@/browser/answers.ts";
import { ask } from "@/browser/api.ts";
import { useTypedEarly } from "@/browser/use_typed_early.ts";
import { Button } from "@/components/ui/Button.tsx";
import { Textarea } from "@/components/ui/Textarea.tsx";
import { paths } from "@/domain/paths.ts";
import { formatTime } from "@/i18n/format.ts";
import { type Language, t } from "@/i18n/mod.ts";
import type { NotesTexts } from "@/i18n/patient_history.ts";

interface PatientNotesProps {
  patient: string;
  /** As they are saved. */
  body: string;
  /** What was sent and not taken. */
  typed?: string;
  zone: string;
  language: Language;
  texts: NotesTexts;
}

/** How long after the last key notes are saved, in milliseconds. */
const PAUSE_MS = 800;

/** How long after a failure they are sent again, in milliseconds. */
const RETRY_MS = 5_000;

/** The doctor's own notes, saved as they are typed; a form without JavaScript. */
export function PatientNotes(props: PatientNotesProps) {
  const { patient, zone, language, texts } = props;
  const [text, setText] = useState(props.typed ?? props.body);
  const [state, setState] = useState<"idle" | "saving" | "failed">("idle");
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const saved = useRef(props.body);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const form = useRef<HTMLFormElement>(null);
  useTypedEarly(form);
  const current = useRef(text);
  current.current = text;
  const gone = useRef(false);

  const save = async () => {
    clearTimeout(timer.current);
    const body = current.current;
    if (body === saved.current) return;
    setState("saving");
    try {
      const { saved_at } = await ask(paths.notes(patient), NotesAnswer, {
        method: "PUT",
        repeatable: true,
        body: { body },
      });
      saved.current = body;
      setSavedAt(saved_at);
      setState("idle");
      if (current.current !== body) void save();
    } catch {
      setState("failed");
      // Where they are unfolded again they are read again: an old text must not come after a newer one.
      if (!gone.current) {
        timer.current = setTimeout(() => void save(), RETRY_MS);
      }
    }
  };
  useEffect(() => {
    // Whoever leaves with unsaved notes is asked by the browser.
    const leaving = (event: BeforeUnloadEvent) => {
      if (current.current === saved.current) return;
      event.preventDefault();
      void save();
    };
    addEventListener("beforeunload", leaving);
    return () => {
      removeEventListener("beforeunload", leaving);
      // A call may end between the last key and the pause.
      gone.current = true;
      void save();
    };
  }, []);
  return (
    <form
      method="post"
      class="form"
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Textarea
        name="notes"
        label={texts.notes}
        hint={texts.notesHint}
        optional=""
        rows={8}
        value={text}
        onInput={(event) => {
          setText(event.currentTarget.value);
          clearTimeout(timer.current);
          timer.current = setTimeout(() => void save(), PAUSE_MS);
        }}
      />
      <div class="row">
        <Button kind="secondary">{texts.notesSave}</Button>
        <span class="soft" role="status">
          {state === "saving"
            ? texts.notesSaving
            : state === "failed"
            ? texts.notesFailed
            : savedAt &&
              t(texts.notesSaved, {
                time: formatTime(savedAt, language, zone),
              })}
        </span>
      </div>
    </form>
  );
}
