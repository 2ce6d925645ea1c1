import { portraitPath } from "@/domain/portraits.ts";
import { Initials } from "./Initials.tsx";

export interface PortraitProps {
  person: { slug: string; first_name: string; last_name: string };
  /** 40, 64 or 96 px; 64 by default. */
  size?: "s" | "m" | "l";
}

/** A doctor's picture, round; initials when there is none. The name stands beside it: it says nothing aloud. */
export function Portrait({ person, size = "m" }: PortraitProps) {
  const path = portraitPath(person.slug);
  if (path === null) {
    return (
      <Initials name={`${person.first_name} ${person.last_name}`} size={size} />
    );
  }
  return (
    <img
      class={`portrait portrait-${size}`}
      src={path}
      alt=""
      width="64"
      height="64"
      loading="lazy"
    />
  );
}
