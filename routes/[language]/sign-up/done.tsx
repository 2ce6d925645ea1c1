import { page } from "fresh";
import { BesideTicket } from "@/components/booking/BesideTicket.tsx";
import { Notice } from "@/components/ui/Notice.tsx";
import { Steps } from "@/components/ui/Steps.tsx";
import { pendingBooking } from "@/services/appointments/pending_booking.ts";
import { define } from "@/define.ts";
import { paths } from "@/domain/paths.ts";
import { t } from "@/i18n/mod.ts";
import { isUuid } from "@/services/http/uuid.ts";
import { readSignUp } from "@/services/accounts/sign_up.ts";

export const handler = define.handlers({
  GET: async (ctx) => {
    const { language, texts } = ctx.state;
    const id = ctx.url.searchParams.get("id");
    const signUp = isUuid(id) ? await readSignUp(id) : null;
    if (!isUuid(id) || !signUp) {
      return ctx.redirect(paths.signIn(language), 303);
    }
    if (!signUp.confirmed) {
      return ctx.redirect(paths.signUpCode(language, id), 303);
    }
    ctx.state.title = texts.account.createdTitle;
    return page({
      email: signUp.email,
      cameBack: signUp.email_failed,
      booking: await pendingBooking(signUp.next),
    });
  },
});

/** The account was created; the same words whether it is new or was known before. */
export default define.page<typeof handler>(
  function SignUpDone({ data, state }) {
    const { language, texts: { account, frame, ticket } } = state;
    return (
      <BesideTicket booking={data.booking} language={language} texts={ticket}>
        <div class="stack column">
          <Steps
            steps={[account.stepForm, account.stepCode, account.stepActivation]}
            current={3}
            texts={frame}
          />
          <h1>{account.createdTitle}</h1>
          {data.cameBack
            ? (
              <Notice kind="warning" announce>
                <p>{t(account.emailCameBack, { email: data.email })}</p>
              </Notice>
            )
            : (
              <Notice kind="success" announce>
                <p>{t(account.createdText, { email: data.email })}</p>
              </Notice>
            )}
          <p>{account.createdNext}</p>
          <p>
            <a href={paths.activationLink(language)}>{account.newLink}</a>
          </p>
        </div>
      </BesideTicket>
    );
  },
);
