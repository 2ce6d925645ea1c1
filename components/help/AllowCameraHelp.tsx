import type { Platform } from "@/domain/platform.ts";
import type { ConsultationTexts } from "@/i18n/fr/consultation.ts";
import { t } from "@/i18n/mod.ts";
import { AllowCameraDrawing } from "./AllowCameraDrawing.tsx";

const names: Readonly<Record<Platform, string>> = {
  chrome: "Chrome, Edge",
  firefox: "Firefox",
  safari: "Safari (Mac)",
  ios: "iPhone, iPad",
  android: "Android",
};

/** The texts of these steps: an island takes no more than it shows. */
export type AllowCameraTexts = Pick<
  ConsultationTexts,
  | "onBrowser"
  | "helpChrome"
  | "helpFirefox"
  | "helpFirefoxAllow"
  | "helpSafari"
  | "helpIos"
  | "helpAndroid"
  | "helpAllow"
  | "helpRetry"
>;

/** Where a browser is told to allow camera and microphone: a drawing of the place, and the steps. */
export function AllowCameraHelp({ platform, texts, level = 2, retry = false }: {
  platform: Platform;
  texts: AllowCameraTexts;
  /** Of the heading. */
  level?: 2 | 3;
  /** Beside a button that tries again. */
  retry?: boolean;
}) {
  const Heading = `h${level}` as const;
  return (
    <div class="blocked-one">
      <AllowCameraDrawing platform={platform} />
      <div class="stack stack-s">
        <Heading>{platformTitle(platform, texts)}</Heading>
        <ol>
          {allowSteps(platform, texts).map((step) => <li key={step}>{step}
          </li>)}
          {retry && <li>{texts.helpRetry}</li>}
        </ol>
      </div>
    </div>
  );
}

/** `Sur iPhone, iPad`. */
export function platformTitle(
  platform: Platform,
  { onBrowser }: Pick<AllowCameraTexts, "onBrowser">,
): string {
  return t(onBrowser, { browser: names[platform] });
}

/** What to press, one after the other. */
export function allowSteps(
  platform: Platform,
  texts: AllowCameraTexts,
): string[] {
  const first = {
    chrome: texts.helpChrome,
    firefox: texts.helpFirefox,
    safari: texts.helpSafari,
    ios: texts.helpIos,
    android: texts.helpAndroid,
  }[platform];
  return [
    first,
    platform === "firefox" ? texts.helpFirefoxAllow : texts.helpAllow,
  ];
}
