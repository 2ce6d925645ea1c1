import { TextPage } from "@/components/layout/TextPage.tsx";
import { define } from "@/define.ts";

export const handler = define.handlers({
  GET: (ctx) => {
    ctx.state.title = ctx.state.texts.legal.termsTitle;
    ctx.state.isPublic = true;
    return { data: null };
  },
});

/** What a patient accepts with a booking. */
export default define.page<typeof handler>(
  function Terms({ state: { texts: { legal } } }) {
    const sections = [
      ["emergency", legal.termsEmergencyTitle, legal.termsEmergencyText],
      ["limits", legal.termsLimitsTitle, legal.termsLimitsText],
      ["account", legal.termsAccountTitle, legal.termsAccountText],
      ["appointments", legal.termsAppointmentTitle, legal.termsAppointmentText],
      ["fees", legal.termsFeeTitle, legal.termsFeeText],
      ["recording", legal.termsRecordingTitle, legal.termsRecordingText],
      ["service", legal.termsServiceTitle, legal.termsServiceText],
    ] as const;
    return (
      <TextPage
        title={legal.termsTitle}
        intro={legal.termsIntro}
        sections={sections.map(([id, title, text]) => ({
          id,
          title,
          content: <p>{text}</p>,
        }))}
      />
    );
  },
);
