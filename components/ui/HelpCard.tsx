import { phoneLink } from "@/domain/phone.ts";
import { Icon } from "./Icon.tsx";

interface HelpCardProps {
  title: string;
  text: string;
  /** As it is written for people: `+ (352) 27 12 50 18`. */
  phone: string;
  email?: string;
}

/** A number to call, beside the page's subject. Not a landmark: the page may have a section of the same title. */
export function HelpCard({ title, text, phone, email }: HelpCardProps) {
  return (
    <div class="help-card">
      <h2>{title}</h2>
      <p>{text}</p>
      <p>
        <a class="text-link" href={phoneLink(phone)}>
          <Icon name="phone" />
          {phone}
        </a>
      </p>
      {email && (
        <p>
          <a class="text-link" href={`mailto:${email}`}>
            <Icon name="envelope" />
            {email}
          </a>
        </p>
      )}
    </div>
  );
}
