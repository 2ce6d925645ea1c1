import { Drawing } from "@/components/ui/Drawing.tsx";
import { Icon } from "@/components/ui/Icon.tsx";
import type { BookingTexts } from "@/i18n/fr/booking.ts";

/** What helps the consultation, with a drawing of it. */
export function Preparation({ texts }: { texts: BookingTexts }) {
  const points = [
    texts.prepareRoom,
    texts.prepareHeadset,
    texts.prepareMedicines,
  ];
  return (
    <section class="section" aria-labelledby="prepare">
      <h2 id="prepare">{texts.prepareTitle}</h2>
      <Drawing name="prepare" />
      <ul class="stack stack-s list-plain">
        {points.map((point) => (
          <li class="tick" key={point}>
            <Icon name="check" />
            {point}
          </li>
        ))}
      </ul>
    </section>
  );
}
