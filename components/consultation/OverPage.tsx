import { ButtonLink } from "@/components/Button.tsx";
import { EmptyState } from "@/components/EmptyState.tsx";
import type { AppointmentState } from "@/domain/appointment.ts";
import type { ConsultationTexts } from "@/i18n/fr/consultation.ts";

interface OverPageProps {
  state: AppointmentState;
  appointmentHref: string;
  doctorsHref: string;
  texts: ConsultationTexts;
}

/** Instead of the waiting room when nothing more will happen there: what became of it, and what to do. */
export function OverPage(props: OverPageProps) {
  const { state, appointmentHref, doctorsHref, texts } = props;
  const words = {
    completed: { title: texts.endedTitle, text: texts.endedText },
    cancelled: { title: texts.cancelledTitle, text: texts.cancelledText },
  }[state as string] ?? { title: texts.noShowTitle, text: texts.noShowText };
  return (
    <div class="over-page" role="status">
      <EmptyState
        icon={state === "completed" ? "success" : "calendar"}
        title={words.title}
        level={1}
        action={
          <div class="row">
            <ButtonLink href={appointmentHref}>
              {texts.seeAppointment}
            </ButtonLink>
            {state !== "completed" && (
              <ButtonLink kind="secondary" href={doctorsHref}>
                {texts.findDoctor}
              </ButtonLink>
            )}
          </div>
        }
      >
        <p>{words.text}</p>
      </EmptyState>
    </div>
  );
}
