import { Drawing } from "@/components/ui/Drawing.tsx";
import { AllowCameraHelp, type AllowCameraTexts } from "./AllowCameraHelp.tsx";
import type { GuideSection } from "./guide_sections.ts";

/** Parts of the guide, with their drawings. */
export function GuideText(
  { sections, allowing }: {
    sections: readonly GuideSection[];
    allowing: AllowCameraTexts;
  },
) {
  return (
    <>
      {sections.map(
        ({ id, title, drawing, ordered, items, after, platforms }) => {
          const List = ordered ? "ol" : "ul";
          return (
            <section key={id} class="guide-part" aria-labelledby={id}>
              <h2 id={id}>{title}</h2>
              {drawing && <Drawing name={drawing} />}
              {platforms
                ? platforms.map((platform) => (
                  <AllowCameraHelp
                    key={platform}
                    platform={platform}
                    texts={allowing}
                    level={3}
                  />
                ))
                : <List>{items.map((item) => <li key={item}>{item}</li>)}
                </List>}
              {after.map((sentence) => <p key={sentence}>{sentence}</p>)}
            </section>
          );
        },
      )}
    </>
  );
}
