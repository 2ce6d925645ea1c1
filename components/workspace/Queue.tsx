import type { ComponentChildren } from "preact";
import { groupedPhone } from "@/domain/digit_groups.ts";
import { phoneLink } from "@/domain/phone.ts";
import type { WorkspaceTexts } from "@/i18n/fr/workspace.ts";
import { t } from "@/i18n/mod.ts";
import { Icon } from "@/components/ui/Icon.tsx";

/** How long somebody waits; amber when it is long. Screen readers hear the label before it. */
export function WaitClock(
  { label, late, children }: {
    label: string;
    late: boolean;
    children: ComponentChildren;
  },
) {
  return (
    <span class={late ? "wait-clock wait-clock-late" : "wait-clock"}>
      <Icon name="clock" />
      <span class="visually-hidden">{label}</span>
      <time>{children}</time>
    </span>
  );
}

interface NextPatientProps {
  name: string;
  /** `Rendez-vous à 17:00. 44 ans, parle portugais`. */
  facts: string;
  symptoms: string;
  /** The number (E.164) at which they ask to be telephoned. */
  telephone: string | null;
  texts: WorkspaceTexts;
  clock: ComponentChildren;
  actions: ComponentChildren;
}

/** The first patient who is present: the one card of the page. */
export function NextPatient(props: NextPatientProps) {
  return (
    <article class="next" aria-labelledby="next">
      <div class="next-head">
        <div>
          <h3 id="next">{props.name}</h3>
          <p class="soft">{props.facts}</p>
        </div>
        {props.clock}
      </div>
      {props.telephone && (
        <p class="next-telephone">
          <Icon name="phone" />
          <a href={phoneLink(props.telephone)}>
            {t(props.texts.byTelephone, {
              phone: groupedPhone(props.telephone),
            })}
          </a>
        </p>
      )}
      {props.symptoms && <p class="next-why">{props.symptoms}</p>}
      <div class="next-actions">{props.actions}</div>
    </article>
  );
}

/** Somebody in the waiting room who is not the next one. */
export interface QueueEntry {
  key: string;
  time: string;
  name: string;
  facts: string;
  href: string;
  onOpen: (event: Event) => void;
  end: ComponentChildren;
}

/** Those who wait, in order of their appointments, under a small title. */
export function Queue(
  { title, entries, quiet }: {
    title: string;
    entries: readonly QueueEntry[];
    /** They have closed the page: grey. */
    quiet?: boolean;
  },
) {
  if (entries.length === 0) return null;
  return (
    <>
      <h3 class="queue-title">{title}</h3>
      <ol class={`queue list-plain${quiet ? " queue-quiet" : ""}`}>
        {entries.map((entry) => (
          <li key={entry.key}>
            <time class="figures soft">{entry.time}</time>
            <div>
              <a href={entry.href} onClick={entry.onOpen}>{entry.name}</a>
              {entry.facts && <p class="soft">{entry.facts}</p>}
            </div>
            <span class="queue-end">{entry.end}</span>
          </li>
        ))}
      </ol>
    </>
  );
}
