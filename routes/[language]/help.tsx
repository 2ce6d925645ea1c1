import { Instructions, Points, TextPage } from "@/components/TextPage.tsx";
import { define } from "@/define.ts";
import { env } from "@/env.ts";
import { t } from "@/i18n/mod.ts";

export const handler = define.handlers({
  GET: (ctx) => {
    ctx.state.title = ctx.state.texts.guide.title;
    return { data: null };
  },
});

/** The guide for patients: what to prepare, how to book, how to join (SPEC 10). */
export default define.page<typeof handler>(
  function Help({ state: { texts: { guide } } }) {
    return (
      <TextPage
        title={guide.title}
        intro={guide.intro}
        warning={guide.emergency}
        contents={guide.contents}
        sections={[
          {
            id: "need",
            title: guide.needTitle,
            content: (
              <Points
                items={[
                  guide.needMatricule,
                  guide.needPhone,
                  guide.needEmail,
                  guide.needDevice,
                  guide.needBrowser,
                ]}
              />
            ),
          },
          {
            id: "account",
            title: guide.accountTitle,
            content: (
              <>
                <Instructions
                  items={[
                    guide.account1,
                    guide.account2,
                    guide.account3,
                    guide.account4,
                    guide.account5,
                  ]}
                />
                <p>{guide.accountLater}</p>
              </>
            ),
          },
          {
            id: "book",
            title: guide.bookTitle,
            content: (
              <>
                <Instructions
                  items={[
                    guide.book1,
                    guide.book2,
                    guide.book3,
                    guide.book4,
                    guide.book5,
                  ]}
                />
                <p>{guide.bookReminder}</p>
                <p>{guide.bookCancel}</p>
                <p>{guide.bookLost}</p>
              </>
            ),
          },
          {
            id: "join",
            title: guide.joinTitle,
            content: (
              <Instructions
                items={[
                  guide.join1,
                  guide.join2,
                  guide.join3,
                  guide.join4,
                  guide.join5,
                  guide.join6,
                ]}
              />
            ),
          },
          {
            id: "tips",
            title: guide.tipsTitle,
            content: (
              <Points
                items={[
                  guide.tipWindow,
                  guide.tipLight,
                  guide.tipRoom,
                  guide.tipHeadset,
                  guide.tipConnection,
                ]}
              />
            ),
          },
          {
            id: "trouble",
            title: guide.troubleTitle,
            content: (
              <>
                <Points
                  items={[
                    guide.troubleCode,
                    guide.troubleMail,
                    guide.troubleCamera,
                    guide.troubleCut,
                  ]}
                />
                <p>{t(guide.troubleHelp, { phone: env().HELPDESK_PHONE })}</p>
              </>
            ),
          },
        ]}
      />
    );
  },
);
