import { holdsWords } from "@/domain/word_search.ts";
import type { DrawingName } from "@/components/ui/Drawing.tsx";
import { type Platform, platforms } from "@/domain/platform.ts";
import type { GuideTexts } from "@/i18n/fr/guide.ts";
import { t } from "@/i18n/mod.ts";
import {
  type AllowCameraTexts,
  allowSteps,
  platformTitle,
} from "./AllowCameraHelp.tsx";

/** A part of the guide, as text: searched and shown. */
export interface GuideSection {
  /** Its anchor. */
  id: string;
  title: string;
  drawing?: DrawingName;
  /** Steps, one after the other; points without an order otherwise. */
  ordered?: boolean;
  items: readonly string[];
  /** Sentences below. */
  after: readonly string[];
  /** The same as items, shown with a drawing for each kind of browser. */
  platforms?: readonly Platform[];
}

/** The guide for patients in the order of what they do (docs/specification.md, 10). */
export function guideSections(
  guide: GuideTexts,
  allowing: AllowCameraTexts,
  phone: string,
): GuideSection[] {
  return [
    {
      id: "need",
      title: guide.needTitle,
      items: [
        guide.needMatricule,
        guide.needPhone,
        guide.needEmail,
        guide.needDevice,
        guide.needBrowser,
      ],
      after: [],
    },
    {
      id: "account",
      title: guide.accountTitle,
      ordered: true,
      items: [
        guide.account1,
        guide.account2,
        guide.account3,
        guide.account4,
        guide.account5,
      ],
      after: [guide.accountLater],
    },
    {
      id: "book",
      title: guide.bookTitle,
      ordered: true,
      items: [guide.book1, guide.book2, guide.book3, guide.book4, guide.book5],
      after: [guide.bookReminder, guide.bookCancel, guide.bookLost],
    },
    {
      id: "tips",
      title: guide.tipsTitle,
      drawing: "prepare",
      items: [
        guide.tipWindow,
        guide.tipLight,
        guide.tipRoom,
        guide.tipHeadset,
        guide.tipConnection,
      ],
      after: [],
    },
    {
      id: "join",
      title: guide.joinTitle,
      ordered: true,
      items: [
        guide.join1,
        guide.join2,
        guide.join3,
        guide.join4,
        guide.join5,
        guide.join6,
      ],
      after: [],
    },
    {
      id: "trouble",
      title: guide.troubleTitle,
      drawing: "no-connection",
      items: [
        guide.troubleCode,
        guide.troubleMail,
        guide.troubleCamera,
        guide.troubleCut,
      ],
      after: [t(guide.troubleHelp, { phone })],
    },
    {
      id: "camera",
      title: guide.cameraTitle,
      platforms,
      items: platforms.map((platform) =>
        [platformTitle(platform, allowing), ...allowSteps(platform, allowing)]
          .join(" – ")
      ),
      after: [],
    },
  ];
}

/**
 * What of the guide holds every word of a query, accents and capitals aside: of each section the sentences that do,
 * or all of it when its title does. Everything for an empty query.
 */
export function searchGuide(
  sections: readonly GuideSection[],
  query: string,
): GuideSection[] {
  const holds = (text: string) => holdsWords(text, query);
  return sections.flatMap((section) => {
    if (holds(section.title)) return [section];
    const items = section.items.filter(holds);
    const after = section.after.filter(holds);
    return items.length + after.length > 0
      ? [{ ...section, items, after, ordered: false, platforms: undefined }]
      : [];
  });
}
