import { type Context, page } from "fresh";
import {
  passwordFieldTexts,
  type PasswordProblem,
  passwordProblems,
  readPasswordProblem,
} from "@/components/account/password_problems.ts";
import { PasswordForm } from "@/components/account/PasswordForm.tsx";
import { StaleLink } from "@/components/account/StaleLink.tsx";
import { BesideTicket } from "@/components/booking/BesideTicket.tsx";
import { pendingBooking } from "@/services/appointments/pending_booking.ts";
import { define, type State } from "@/define.ts";
import { fullName } from "@/domain/names.ts";
import { paths } from "@/domain/paths.ts";
import { maskPhone } from "@/domain/phone.ts";
import { t } from "@/i18n/mod.ts";
import NewPasswordFields from "@/islands/NewPasswordFields.tsx";
import {
  activate,
  type OpenSignUp,
  readActivation,
} from "@/services/accounts/activation.ts";
import { passwordRange, readNewPassword } from "@/services/auth/passwords.ts";
import { signIn } from "@/services/auth/sign_in.ts";
import { cookiesWork } from "@/services/http/cookies_work.ts";
import { readForm } from "@/services/http/form.ts";
import { isLinkToken } from "@/services/link_token.ts";

export const handler = define.handlers({
  // Nothing is used up here: mail scanners open every link before the person does.
  GET: async (ctx) => {
    const token = ctx.url.searchParams.get("token");
    const problem = ctx.url.searchParams.get("problem");
    if (!isLinkToken(token) || problem === "stale") return stale(ctx);
    const signUp = await readActivation(token);
    if (signUp === null || signUp.account_id !== null) return stale(ctx);
    return show(ctx, token, signUp, {
      problem: readPasswordProblem(problem),
      cookies: problem !== "cookies",
    });
  },
  POST: async (ctx) => {
    const form = await readForm(ctx.req);
    const { auth, clientIp, language } = ctx.state;
    const token = ctx.url.searchParams.get("token");
    const again = (problem: PasswordProblem | "cookies" | "stale") =>
      ctx.redirect(paths.activation(language, token ?? "", problem), 303);
    if (!isLinkToken(token)) return again("stale");
    const signUp = await readActivation(token);
    if (signUp === null) return again("stale");
    if (!cookiesWork(ctx.req)) return again("cookies");
    const chosen = await readNewPassword(form, wordsOf(signUp));
    if (chosen.problem) return again(chosen.problem);
    const { password } = chosen;
    if (!await activate(signUp, password)) return again("stale");
    // As at every sign-in: the session still lacks its SMS code. A second click has the same password, and goes on too.
    const identifier = signUp.email;
    switch (await signIn(auth, { identifier, password, clientIp })) {
      case "code":
        return ctx.redirect(
          paths.signInCode(language, signUp.next ?? undefined, {
            activated: "yes",
          }),
          303,
        );
      case "too_many":
        return again("too_many");
      default:
        return again("stale");
    }
  },
});

function wordsOf(
  { first_name, last_name, email, phone, matricule, city }: OpenSignUp,
): string[] {
  return [first_name, last_name, email, phone, matricule, city];
}

async function show(
  ctx: Context<State>,
  token: string,
  signUp: OpenSignUp,
  { problem, cookies }: { problem?: PasswordProblem; cookies: boolean },
) {
  const { frame, account } = ctx.state.texts;
  const refused = problem !== undefined || !cookies;
  ctx.state.title = (refused ? frame.errorPrefix : "") +
    account.activationTitle;
  const booking = await pendingBooking(signUp.next);
  return page({ token, signUp, problem, cookies, booking }, {
    status: refused ? 422 : 200,
  });
}

function stale(ctx: Context<State>) {
  ctx.state.title = ctx.state.texts.account.staleTitle;
  return page(null, { status: 410 });
}

/** The first password of an account (docs/specification.md, 3.3). */
export default define.page<typeof handler>(
  function Activation({ data, state }) {
    const { language, texts } = state;
    const { account, frame } = texts;
    // Fresh hands on `undefined` for a null.
    if (!data) return <StaleLink language={language} texts={account} />;
    const { token, signUp } = data;
    const range = passwordRange();
    const problems = data.cookies
      ? passwordProblems(data.problem, range, account)
      : { password: account.cookiesBlocked };
    return (
      <BesideTicket
        booking={data.booking}
        language={language}
        texts={texts.ticket}
      >
        <PasswordForm
          title={account.activationTitle}
          intro={account.activationText}
          note={t(account.activationFor, {
            name: fullName(signUp),
            phone: maskPhone(signUp.phone),
          })}
          action={paths.activation(language, token)}
          problems={problems}
          texts={texts}
          fields={
            <NewPasswordFields
              problems={problems}
              username={signUp.email}
              texts={passwordFieldTexts(account, frame, range)}
            />
          }
        />
        <p class="column">
          <a class="text-link" href={paths.activationRefusal(language, token)}>
            {account.notMe}
          </a>
        </p>
      </BesideTicket>
    );
  },
);
