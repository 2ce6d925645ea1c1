import { page } from "fresh";
import { EmailForm } from "@/components/account/EmailForm.tsx";
import { linkPageOf } from "@/components/account/form_state.ts";
import { define } from "@/define.ts";
import { paths } from "@/domain/paths.ts";
import { takeLinkRequest } from "@/services/auth/link_form.ts";
import { requestAppointmentLinks } from "@/services/auth/links.ts";
import { readOutcome } from "@/services/http/form_outcome.ts";

export const handler = define.handlers({
  GET: async (ctx) => {
    const { texts } = ctx.state;
    const outcome = await readOutcome(ctx.req);
    const { data, title, status } = linkPageOf(
      outcome,
      texts.moving.lostTitle,
      texts,
    );
    ctx.state.title = title;
    return page(data, { status });
  },
  POST: (ctx) => {
    const { clientIp, language } = ctx.state;
    return takeLinkRequest(
      ctx,
      paths.appointmentLink(language),
      (email) => requestAppointmentLinks(email, clientIp),
    );
  },
});

/** Asks for the links to the next appointments again. */
export default define.page<typeof handler>(
  function AppointmentLink({ data, state: { language, texts } }) {
    return (
      <EmailForm
        {...data}
        title={texts.moving.lostTitle}
        intro={texts.moving.lostText}
        sent={texts.moving.lostSent}
        action={paths.appointmentLink(language)}
        texts={texts}
      />
    );
  },
);
