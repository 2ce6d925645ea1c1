import { ButtonLink } from "@/components/ui/Button.tsx";
import { addDays } from "@/domain/dates.ts";
import { paths } from "@/domain/paths.ts";
import type { FrameTexts } from "@/i18n/fr/frame.ts";
import type { WorkspaceTexts } from "@/i18n/fr/workspace.ts";
import type { Language } from "@/i18n/mod.ts";

interface DayNavProps {
  /** The one shown, `YYYY-MM-DD`. */
  day: string;
  language: Language;
  texts: WorkspaceTexts;
  frame: FrameTexts;
}

/** The day before, today, the day after. */
export function DayNav(props: DayNavProps) {
  const { day, language, texts, frame } = props;
  return (
    <nav class="row day-nav" aria-label={frame.agenda}>
      <ButtonLink
        kind="quiet"
        icon="arrow-left"
        iconOnly
        href={paths.workspace(language, addDays(day, -1))}
      >
        {texts.previousDay}
      </ButtonLink>
      <ButtonLink kind="quiet" href={paths.workspace(language)}>
        {texts.today}
      </ButtonLink>
      <ButtonLink
        kind="quiet"
        icon="arrow-right"
        iconOnly
        href={paths.workspace(language, addDays(day, 1))}
      >
        {texts.nextDay}
      </ButtonLink>
    </nav>
  );
}
