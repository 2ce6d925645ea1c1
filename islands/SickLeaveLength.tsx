import { useEffect, useRef, useState } from "preact/hooks";
import {
  type LengthTexts,
  sickLeaveLength,
} from "@/components/documents/sick_leave_length.ts";
import type { Language } from "@/i18n/mod.ts";

interface SickLeaveLengthProps {
  /** First and last day as they are kept (`YYYY-MM-DD`), or empty. */
  from: string;
  to: string;
  language: Language;
  texts: LengthTexts;
}

/** Days of the week and length of a sick leave, as the dates of the form around it are typed. Without it, as they are kept. */
export function SickLeaveLength(
  { from, to, language, texts }: SickLeaveLengthProps,
) {
  const line = useRef<HTMLParagraphElement>(null);
  const [dates, setDates] = useState({ from, to });
  useEffect(() => {
    const form = line.current?.closest("form");
    if (!form) return;
    const read = () => {
      const data = new FormData(form);
      const dateOf = (name: string) => String(data.get(name) ?? "");
      setDates({ from: dateOf("from"), to: dateOf("to") });
    };
    // The browser may have filled in what was typed before the page was left.
    read();
    form.addEventListener("input", read);
    return () => form.removeEventListener("input", read);
  }, []);
  return (
    <p ref={line} class="soft small" role="status">
      {sickLeaveLength(dates.from, dates.to, language, texts)}
    </p>
  );
}
