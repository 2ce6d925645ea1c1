import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { canCallHere } from "@/browser/browser_check.ts";
import { Notice } from "@/components/ui/Notice.tsx";
import type { BrowserTexts } from "@/i18n/connection.ts";

interface BrowserCheckProps {
  jitsiUrl: string;
  /** As a quiet line where one works all day, not as a notice. */
  line?: boolean;
  /** What else can be done. */
  children?: ComponentChildren;
  texts: BrowserTexts;
}

/** Says, before anybody waits or calls in vain, that calls do not work in this browser, and what to do. */
export function BrowserCheck(props: BrowserCheckProps) {
  const { jitsiUrl, line, children, texts } = props;
  const [works, setWorks] = useState(true);
  useEffect(() => {
    // A library that does not load is the network's matter.
    void canCallHere(jitsiUrl).then(setWorks, () => {});
  }, [jitsiUrl]);
  if (works) return null;
  if (line) {
    return (
      <p class="queue-note small soft">
        <strong>{texts.browserTitle}.</strong> {texts.browserText}
      </p>
    );
  }
  return (
    <Notice kind="warning" title={texts.browserTitle} announce>
      <p>{texts.browserText} {children}</p>
    </Notice>
  );
}
