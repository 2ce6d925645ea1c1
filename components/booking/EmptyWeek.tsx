import { ButtonLink } from "@/components/Button.tsx";
import { EmptyState } from "@/components/EmptyState.tsx";

/** What a week without a free slot says, and where else to look. */
export interface EmptyWeekProps {
  title: string;
  others: { label: string; href: string };
}

/** Stands where the free slots would be. */
export function EmptyWeek({ title, others }: EmptyWeekProps) {
  return (
    <EmptyState
      icon="calendar"
      title={title}
      action={
        <ButtonLink kind="secondary" href={others.href}>
          {others.label}
        </ButtonLink>
      }
    />
  );
}
