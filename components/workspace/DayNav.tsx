import { ButtonLink } from "@/components/ui/Button.tsx";
import { paths } from "@/domain/paths.ts";
import type { FrameTexts } from "@/i18n/fr/frame.ts";
import type { WorkspaceTexts } from "@/i18n/fr/workspace.ts";
import type { Language } from "@/i18n/mod.ts";

interface DayNavProps {
  /** ISO dates of the days beside the one shown. */
  previous: string;
  next: string;
  language: Language;
  texts: WorkspaceTexts;
  frame: FrameTexts;
}

/** The day before, today, the day after. */
export function DayNav(props: DayNavProps) {
  const { previous, next, language, texts, frame } = props;
  return (
    <nav class="row day-nav" aria-label={frame.agenda}>
      <ButtonLink
        kind="quiet"
        icon="arrow-left"
        iconOnly
        href={paths.workspace(language, previous)}
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
        href={paths.workspace(language, next)}
      >
        {texts.nextDay}
      </ButtonLink>
    </nav>
  );
}
