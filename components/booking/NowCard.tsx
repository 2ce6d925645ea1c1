import type { ComponentChildren } from "preact";
import { ButtonLink } from "@/components/ui/Button.tsx";
import { Portrait, type PortraitProps } from "@/components/ui/Portrait.tsx";

interface NowCardProps {
  /** Whose slots are the earliest; may be nobody's. */
  doctors: readonly (PortraitProps["person"] & { id: string })[];
  /** `Premier créneau libre : aujourd’hui, 17:20`. */
  title: ComponentChildren;
  label: string;
  href: string;
}

/** The shortest way: the earliest slot of all. */
export function NowCard({ doctors, title, label, href }: NowCardProps) {
  return (
    <div class="now-card">
      {doctors.length > 0 && (
        <div class="portraits">
          {doctors.map((doctor) => (
            <Portrait key={doctor.id} person={doctor} size="s" />
          ))}
        </div>
      )}
      <p class="now-title">{title}</p>
      <ButtonLink icon="camera" href={href}>{label}</ButtonLink>
    </div>
  );
}
