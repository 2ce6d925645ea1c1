import { Notice } from "@/components/ui/Notice.tsx";
import {
  type NetworkFigures,
  type NetworkVerdict,
  networkVerdict,
} from "@/domain/network.ts";
import type { ConnectionTexts } from "@/i18n/fr/connection.ts";
import { type Language, t } from "@/i18n/mod.ts";

interface NetworkResultProps {
  figures: NetworkFigures;
  language: Language;
  texts: ConnectionTexts;
}

/** How good a call will be on this line, what would help, and the figures for who wants them. */
export function NetworkResult(
  { figures, language, texts }: NetworkResultProps,
) {
  const verdict = networkVerdict(figures);
  const { title, text } = words(verdict, texts);
  const weak = verdict === "fair" || verdict === "poor";
  return (
    <>
      <Notice
        kind={verdict === "good" ? "success" : weak ? "warning" : "error"}
        title={title}
      >
        {text && <p>{text}</p>}
        {weak && (
          <ul>
            <li>{texts.adviceWindow}</li>
            <li>{texts.adviceCable}</li>
            <li>{texts.adviceOthers}</li>
          </ul>
        )}
        {verdict !== "good" && verdict !== "fair" && (
          <p>{texts.adviceTelephone}</p>
        )}
      </Notice>
      {verdict !== "offline" && (
        <p class="soft small">{figuresText(figures, language, texts)}</p>
      )}
    </>
  );
}

function words(
  verdict: NetworkVerdict,
  texts: ConnectionTexts,
): { title: string; text?: string } {
  switch (verdict) {
    case "good":
      return { title: texts.networkGood, text: texts.networkGoodText };
    case "fair":
      return { title: texts.networkFair, text: texts.networkFairText };
    case "poor":
      return { title: texts.networkPoor, text: texts.networkPoorText };
    case "blocked":
      return { title: texts.networkBlocked, text: texts.networkBlockedText };
    case "offline":
      return { title: texts.networkOffline, text: texts.networkOfflineText };
  }
}

function figuresText(
  { rttMs, downKbit, upKbit }: NetworkFigures,
  language: Language,
  texts: ConnectionTexts,
): string {
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  const megabits = (kbit: number | null) =>
    kbit === null ? "–" : number.format(kbit / 1_000);
  return t(texts.networkFacts, {
    ms: rttMs === null ? "–" : number.format(Math.round(rttMs)),
    down: megabits(downKbit),
    up: megabits(upKbit),
  });
}
