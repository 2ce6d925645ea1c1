import { Points, TextPage } from "@/components/layout/TextPage.tsx";
import { define } from "@/define.ts";
import { env } from "@/env.ts";
import { t } from "@/i18n/mod.ts";

export const handler = define.handlers({
  GET: (ctx) => {
    ctx.state.title = ctx.state.texts.legal.privacyTitle;
    ctx.state.isPublic = true;
    return { data: null };
  },
});

/** What is kept of a person, why, how long, and who sees it. */
export default define.page<typeof handler>(
  function Privacy({ state: { texts: { legal } } }) {
    return (
      <TextPage
        title={legal.privacyTitle}
        intro={legal.privacyIntro}
        sections={[
          {
            id: "what",
            title: legal.whatTitle,
            content: (
              <>
                <Points
                  items={[
                    legal.whatIdentity,
                    legal.whatAppointments,
                    legal.whatMessages,
                    legal.whatLog,
                  ]}
                />
                <p>{legal.whatVideo}</p>
              </>
            ),
          },
          {
            id: "why",
            title: legal.whyTitle,
            content: <p>{legal.whyText}</p>,
          },
          {
            id: "who",
            title: legal.whoTitle,
            content: (
              <Points
                items={[
                  legal.whoYou,
                  legal.whoDoctor,
                  legal.whoAdmin,
                  legal.whoSuppliers,
                ]}
              />
            ),
          },
          {
            id: "long",
            title: legal.longTitle,
            content: <Points items={[legal.longDraft, legal.longRecord]} />,
          },
          {
            id: "cookies",
            title: legal.cookiesTitle,
            content: <p>{legal.cookiesText}</p>,
          },
          {
            id: "rights",
            title: legal.rightsTitle,
            content: (
              <>
                <p>{t(legal.rightsText, { email: env().HELPDESK_EMAIL })}</p>
                <p>{legal.rightsAccount}</p>
                <p>{legal.rightsComplaint}</p>
              </>
            ),
          },
        ]}
      />
    );
  },
);
