import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { AllowCameraHelp } from "@/components/help/AllowCameraHelp.tsx";
import { type Platform, platformOf, platforms } from "@/domain/platform.ts";
import type { ConsultationTexts } from "@/i18n/fr/consultation.ts";

/** How a browser's refusal is taken back: in this browser first, the others folded away. */
export function BlockedHelp({ texts, children }: {
  texts: ConsultationTexts;
  /** After the steps for this browser: the button that tries again. */
  children?: ComponentChildren;
}) {
  const [own, setOwn] = useState<Platform>("chrome");
  useEffect(() => setOwn(platformOf(navigator)), []);
  return (
    <div class="blocked">
      <AllowCameraHelp platform={own} texts={texts} retry />
      {children}
      <details class="blocked-others">
        <summary>{texts.helpOther}</summary>
        {platforms.filter((one) => one !== own).map((one) => (
          <AllowCameraHelp key={one} platform={one} texts={texts} retry />
        ))}
      </details>
    </div>
  );
}
