import type { DayStore } from "@/browser/day.ts";
import type { Undoing } from "@/browser/use_undo.ts";
import { Notice } from "@/components/ui/Notice.tsx";
import { patientName } from "@/components/workspace/day.ts";
import { UndoBar } from "@/components/workspace/UndoBar.tsx";
import { refusalText } from "@/domain/errors.ts";
import { paths } from "@/domain/paths.ts";
import type { ErrorTexts } from "@/i18n/fr/errors.ts";
import type { WorkspaceTexts } from "@/i18n/fr/workspace.ts";
import { type Language, t } from "@/i18n/mod.ts";

interface DayNewsProps {
  store: DayStore;
  /** Why the last act failed. */
  refusal: string | null;
  undoing: Undoing | null;
  /** Who came last; empty before. */
  arrived: string;
  errors: ErrorTexts;
  language: Language;
  texts: WorkspaceTexts;
}

/** What stands above the day: arrivals for screen readers, a cut connection, a refusal, a running call, what can be undone. */
export function DayNews(props: DayNewsProps) {
  const { store, refusal, undoing, arrived, language, texts } = props;
  const talking = store.record.value.appointments
    .find(({ state }) => state === "in_progress");
  return (
    <div class="desk-news">
      <p class="visually-hidden" role="status">
        {arrived && t(texts.arrived, { name: arrived })}
      </p>
      <div aria-live="polite" class="workspace-news">
        {!store.live.value && <Notice kind="warning">{texts.cut}</Notice>}
        {refusal !== null && (
          <Notice kind="error">
            {refusalText(refusal, props.errors, texts.problem)}
          </Notice>
        )}
        {talking && (
          <Notice kind="success">
            <p>
              {t(texts.inCall, { name: patientName(talking) })}{" "}
              <a href={paths.consultation(language, talking.id)}>
                {texts.toCall}
              </a>
            </p>
          </Notice>
        )}
      </div>
      {undoing && (
        <form
          method="post"
          onSubmit={(event) => {
            event.preventDefault();
            void undoing.undo();
          }}
        >
          <input type="hidden" name="intent" value="undo" />
          <UndoBar
            done={undoing.done}
            still={undoing.untold ? texts.nobodyTold : undefined}
            undo={texts.undo}
          />
        </form>
      )}
    </div>
  );
}
