import { useEffect, useState } from "preact/hooks";
import { canCallHere } from "@/browser/browser_check.ts";
import { Notice } from "@/components/ui/Notice.tsx";

interface BrowserCheckProps {
  jitsiUrl: string;
  title: string;
  /** What to do instead. */
  advice: string;
}

/** Says, before anybody waits in vain, that calls do not work in this browser, and what to do. */
export function BrowserCheck({ jitsiUrl, title, advice }: BrowserCheckProps) {
  const [works, setWorks] = useState(true);
  useEffect(() => {
    // A library that does not load is the network's matter.
    void canCallHere(jitsiUrl).then(setWorks, () => {});
  }, [jitsiUrl]);
  if (works) return null;
  return (
    <Notice kind="warning" title={title} announce>
      <p>{advice}</p>
    </Notice>
  );
}
