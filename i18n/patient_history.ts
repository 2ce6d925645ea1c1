import { stateTexts } from "./states.ts";
import type { texts } from "./texts.ts";

/** What a doctor reads of a patient's file beside a call: an island gets these and no others. */
export type HistoryTexts = ReturnType<typeof historyTexts>;

/** The texts of earlier appointments and notes. */
export function historyTexts(
  { practice, workspace, frame, consultation, messages }: ReturnType<
    typeof texts
  >,
) {
  return {
    title: practice.history,
    appointments: practice.historyAppointments,
    none: practice.historyNone,
    more: practice.historyMore,
    loading: practice.historyLoading,
    failed: practice.historyFailed,
    auditNote: practice.auditNote,
    said: messages.said,
    openFile: workspace.openFile,
    tryAgain: consultation.tryAgain,
    notes: {
      notes: practice.notes,
      notesHint: practice.notesHint,
      notesSave: practice.notesSave,
      notesSaving: practice.notesSaving,
      notesSaved: practice.notesSaved,
      notesFailed: practice.notesFailed,
    },
    states: stateTexts(frame),
  };
}

/** What the field of the notes says. */
export type NotesTexts = HistoryTexts["notes"];
