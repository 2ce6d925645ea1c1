import { useEffect, useState } from "preact/hooks";
import type { ChannelAccess } from "@/browser/channels.ts";
import { countDown } from "@/browser/countdown.ts";
import { followPage } from "@/browser/followed_page.ts";
import type { FrameTexts } from "@/i18n/fr/frame.ts";
import { type Language, t } from "@/i18n/mod.ts";

interface AppointmentNewsProps {
  /** Where the database tells of the appointments on the page. */
  topic: string;
  access: ChannelAccess;
  /** ISO instant: when the page was made. */
  now: string;
  language: Language;
  texts: Pick<FrameTexts, "entryChanged" | "entryGone">;
}

/**
 * Keeps the appointments on an open page where they stand: the parts of the page that are marked for it
 * (`components/ui/followed.ts`) are sent anew by the server. It draws nothing, and tells screen readers what changed.
 */
export function AppointmentNews(props: AppointmentNewsProps) {
  const { topic, access, now, language, texts } = props;
  const [said, setSaid] = useState("");
  useEffect(() => {
    const page = followPage(topic, access, (news) => {
      if (news.length === 0) return;
      const sentences = news.map(({ says, gone }) =>
        t(gone ? texts.entryGone : texts.entryChanged, { entry: says })
      );
      setSaid(sentences.join(". "));
    });
    const stop = countDown(language, now, page.refresh);
    return () => {
      stop();
      page.stop();
    };
  }, []);
  return <p class="visually-hidden" role="status">{said}</p>;
}
