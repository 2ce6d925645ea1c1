import { page } from "fresh";
import { guestStateText } from "@/components/call/guest_words.ts";
import { InvitationForm } from "@/components/call/InvitationForm.tsx";
import { Button, ButtonLink } from "@/components/ui/Button.tsx";
import { Notice } from "@/components/ui/Notice.tsx";
import { define } from "@/define.ts";
import { isOver } from "@/domain/appointment.ts";
import { isExpected } from "@/domain/guests.ts";
import { paths } from "@/domain/paths.ts";
import { asId, readAppointment } from "@/services/appointments/appointments.ts";
import {
  invitationFields,
  readInvitation,
} from "@/services/call/guest_form.ts";
import { inviteGuest, transitionGuest } from "@/services/call/guests.ts";
import { readForm } from "@/services/http/form.ts";
import {
  readOutcome,
  redirectWithOutcome,
} from "@/services/http/form_outcome.ts";
import { requirePerson } from "@/services/http/guard.ts";

export const handler = define.handlers({
  GET: async (ctx) => {
    const person = requirePerson(ctx);
    const appointment = await readAppointment(person, ctx.params.id);
    const { frame, guest } = ctx.state.texts;
    const outcome = await readOutcome(ctx.req, person.id);
    ctx.state.title = (outcome ? frame.errorPrefix : "") + guest.inviteTitle;
    return page({
      appointment,
      isDoctor: person.id === appointment.doctor.id,
      saved: ctx.url.searchParams.get("saved"),
      typed: outcome?.typed ?? {},
      problems: outcome?.problems ?? {},
    }, { status: outcome ? 422 : 200 });
  },
  POST: async (ctx) => {
    const form = await readForm(ctx.req);
    const person = requirePerson(ctx, form);
    const { language, texts: { guest } } = ctx.state;
    const id = asId(ctx.params.id);
    if (form.get("act") === "withdraw") {
      await transitionGuest(person, String(form.get("guest")), "withdraw");
      return ctx.redirect(
        paths.guestInvitation(language, id, "withdrawn"),
        303,
      );
    }
    const read = readInvitation(form, language);
    if ("invitation" in read) {
      await inviteGuest(person, id, read.invitation);
      return ctx.redirect(paths.guestInvitation(language, id, "invited"), 303);
    }
    const words = {
      name: guest.nameMissing,
      detail: guest.detailLong,
      contact: guest.contactInvalid,
    };
    const path = paths.guestInvitation(language, id);
    return await redirectWithOutcome(ctx, path, {
      typed: Object.fromEntries(
        invitationFields.map((field) => [field, String(form.get(field) ?? "")]),
      ),
      problems: Object.fromEntries(
        read.problems.map((field) => [field, words[field]]),
      ),
    }, person.id);
  },
});

/** A third person of a consultation: whom to invite, and where the one who is invited stands. */
export default define.page<typeof handler>(
  function GuestInvitation({ data, state }) {
    const { appointment, isDoctor, saved, typed, problems } = data;
    const { language, texts: { frame, guest: texts } } = state;
    const { guest } = appointment;
    const expected = guest !== null && isExpected(guest);
    return (
      <div class="page-main column">
        <h1>{texts.inviteTitle}</h1>
        {saved === "invited" && expected && (
          <Notice kind="success" announce>{texts.invitedNotice}</Notice>
        )}
        {saved === "withdrawn" && !expected && (
          <Notice kind="success" announce>{texts.withdrawnNotice}</Notice>
        )}
        <p class="lead">{texts.inviteText}</p>
        {guest && (
          <div class="panel panel-words stack">
            <p>{guestStateText(guest, texts)}</p>
            {expected && guest.state !== "admitted" && (
              <form method="post">
                <input type="hidden" name="guest" value={guest.id} />
                <Button kind="secondary" name="act" value="withdraw">
                  {texts.withdraw}
                </Button>
              </form>
            )}
          </div>
        )}
        {isOver(appointment)
          ? <Notice>{texts.tooLate}</Notice>
          : !expected && (
            <InvitationForm
              typed={typed}
              problems={problems}
              problemTitle={frame.problem}
              language={language}
              texts={texts}
            />
          )}
        <div class="row">
          <ButtonLink
            kind="quiet"
            href={isDoctor
              ? paths.consultation(language, appointment.id)
              : paths.appointment(language, appointment.id)}
          >
            {frame.back}
          </ButtonLink>
        </div>
      </div>
    );
  },
);
