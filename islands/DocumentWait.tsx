import { useEffect, useState } from "preact/hooks";
import { ReadyAnswer } from "@/browser/answers.ts";
import { ask } from "@/browser/api.ts";
import { ButtonLink } from "@/components/ui/Button.tsx";
import { Notice } from "@/components/ui/Notice.tsx";
import type { DocumentTexts } from "@/i18n/document_names.ts";

/** Between two questions, in milliseconds. A PDF takes seconds. */
const ASK_MS = 3_000;

/** After so many, two minutes, something is wrong and somebody else looks after it. */
const ASKS = 40;

interface DocumentWaitProps {
  /** Where the page asks. */
  path: string;
  /** The page itself: the way on without JavaScript. */
  href: string;
  texts: Pick<DocumentTexts, "beingMade" | "beingMadeLong" | "lookAgain">;
}

/** That the PDF is being made. The page is shown anew when it is there; whoever waits too long reads that they need not. */
export function DocumentWait({ path, href, texts }: DocumentWaitProps) {
  const [over, setOver] = useState(false);
  useEffect(() => {
    let asks = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let gone = false;
    const look = async () => {
      clearTimeout(timer);
      // Nobody looks: asked at once when somebody does.
      if (document.visibilityState !== "visible" || asks >= ASKS) return;
      asks++;
      const ready = await ask(path, ReadyAnswer).then(
        (answer) => answer.ready,
        () => false,
      );
      if (gone) return;
      if (ready) return location.reload();
      if (asks >= ASKS) return setOver(true);
      clearTimeout(timer);
      timer = setTimeout(look, ASK_MS);
    };
    timer = setTimeout(look, ASK_MS);
    document.addEventListener("visibilitychange", look);
    return () => {
      gone = true;
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, []);
  return (
    <Notice kind={over ? "warning" : "info"} announce>
      <p>{over ? texts.beingMadeLong : texts.beingMade}</p>
      <div class="row">
        <ButtonLink kind="secondary" href={href}>{texts.lookAgain}</ButtonLink>
      </div>
    </Notice>
  );
}
