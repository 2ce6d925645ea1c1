import { Points, TextPage } from "@/components/layout/TextPage.tsx";
import { define } from "@/define.ts";
import { env } from "@/env.ts";
import { t } from "@/i18n/mod.ts";

export const handler = define.handlers({
  GET: (ctx) => {
    ctx.state.title = ctx.state.texts.legal.accessTitle;
    ctx.state.isPublic = true;
    return { data: null };
  },
});

/** What works for everyone, what does not yet, and whom to tell. */
export default define.page<typeof handler>(
  function Accessibility({ state: { texts: { legal } } }) {
    const helpdesk = {
      phone: env().HELPDESK_PHONE,
      email: env().HELPDESK_EMAIL,
    };
    return (
      <TextPage
        title={legal.accessTitle}
        intro={legal.accessIntro}
        sections={[
          {
            id: "done",
            title: legal.accessDoneTitle,
            content: (
              <Points
                items={[
                  legal.accessKeyboard,
                  legal.accessReader,
                  legal.accessColour,
                  legal.accessZoom,
                  legal.accessMotion,
                  legal.accessSignIn,
                  legal.accessNoScript,
                ]}
              />
            ),
          },
          {
            id: "limits",
            title: legal.accessLimitsTitle,
            content: <p>{legal.accessLimitsText}</p>,
          },
          {
            id: "obstacle",
            title: legal.accessHelpTitle,
            content: <p>{t(legal.accessHelpText, helpdesk)}</p>,
          },
        ]}
      />
    );
  },
);
