import { useEffect, useState } from "preact/hooks";
import { canCallHere } from "@/browser/browser_check.ts";
import { Notice } from "@/components/ui/Notice.tsx";
import type { ConnectionTexts } from "@/i18n/fr/connection.ts";

interface BrowserCheckProps {
  jitsiUrl: string;
  texts: ConnectionTexts;
}

/** Says, before anybody waits in vain, that calls do not work in this browser, and what to do. */
export function BrowserCheck({ jitsiUrl, texts }: BrowserCheckProps) {
  const [works, setWorks] = useState(true);
  useEffect(() => {
    // A library that does not load is the network's matter.
    void canCallHere(jitsiUrl).then(setWorks, () => {});
  }, [jitsiUrl]);
  if (works) return null;
  return (
    <Notice kind="warning" title={texts.browserTitle} announce>
      <p>{texts.browserText} {texts.adviceTelephone}</p>
    </Notice>
  );
}
