import { page } from "fresh";
import { BookedAside } from "@/components/booking/BookedAside.tsx";
import { SlotOfferCard } from "@/components/booking/SlotOfferCard.tsx";
import {
  anyTime,
  WaitingListForm,
} from "@/components/booking/WaitingListForm.tsx";
import { ButtonLink } from "@/components/ui/Button.tsx";
import { Notice } from "@/components/ui/Notice.tsx";
import { define } from "@/define.ts";
import { can } from "@/domain/appointment.ts";
import { paths } from "@/domain/paths.ts";
import { asId, readAppointment } from "@/services/appointments/appointments.ts";
import {
  declineEarlierSlot,
  joinWaitingList,
  leaveWaitingList,
  wishFrom,
} from "@/services/appointments/waiting_list.ts";
import { readForm } from "@/services/http/form.ts";
import {
  readOutcome,
  redirectWithOutcome,
} from "@/services/http/form_outcome.ts";
import { requirePatient } from "@/services/http/guard.ts";
import { Problem } from "@/services/http/problem.ts";

export const handler = define.handlers({
  GET: async (ctx) => {
    const person = requirePatient(ctx);
    const { language, texts: { frame, moving } } = ctx.state;
    const appointment = await readAppointment(person, ctx.params.id);
    if (!can.move(appointment, appointment.now)) {
      return ctx.redirect(paths.appointment(language, appointment.id), 303);
    }
    const outcome = await readOutcome(ctx.req, person.id);
    const place = appointment.waiting_list;
    const title = place?.offer ? moving.offerTitle : moving.earlierTitle;
    ctx.state.title = (outcome ? frame.errorPrefix : "") + title;
    const typed = outcome && {
      weekdays: (outcome.typed.weekdays ?? "").split(",").map(Number),
      from_time: outcome.typed.from ?? "",
      to_time: outcome.typed.to ?? "",
    };
    return page({
      appointment,
      place,
      title,
      wish: typed ?? place ?? anyTime,
      wrong: outcome !== null,
      saved: ctx.url.searchParams.get("saved") === "yes",
    }, { status: outcome ? 422 : 200 });
  },
  POST: async (ctx) => {
    const form = await readForm(ctx.req);
    const person = requirePatient(ctx, form);
    const { language } = ctx.state;
    const id = asId(ctx.params.id);
    const path = paths.waitingList(language, id);
    switch (form.get("act")) {
      case "leave":
        await leaveWaitingList(person, id);
        return ctx.redirect(paths.appointment(language, id), 303);
      case "decline":
        await declineEarlierSlot(person, id);
        return ctx.redirect(paths.appointment(language, id), 303);
    }
    const wish = wishFrom(form);
    try {
      await joinWaitingList(person, id, wish);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      if (error.key === "too_late_to_move") return ctx.redirect(path, 303);
      if (error.key !== "hours_invalid") throw error;
      const typed = {
        weekdays: wish.weekdays.join(","),
        from: wish.from_time,
        to: wish.to_time,
      };
      return await redirectWithOutcome(ctx, path, { typed }, person.id);
    }
    return ctx.redirect(`${path}?saved=yes`, 303);
  },
});

/** Something earlier: the slot that is held, or the days and hours that would suit. */
export default define.page<typeof handler>(
  function WaitingList({ data, state }) {
    const { language, texts } = state;
    const { moving, frame } = texts;
    const { appointment, place, title, wish, wrong, saved } = data;
    const back = paths.appointment(language, appointment.id);
    return (
      <div class="page-grid">
        <div class="page-main">
          <h1>{title}</h1>
          {place?.offer
            ? (
              <SlotOfferCard
                appointment={appointment}
                offer={place.offer}
                language={language}
                texts={texts}
              />
            )
            : (
              <>
                {place && (
                  <Notice
                    kind={saved ? "success" : "info"}
                    title={moving.earlierWaiting}
                    announce={saved}
                  >
                    <p>{moving.earlierWaitingText}</p>
                  </Notice>
                )}
                <p class="lead">{moving.earlierIntro}</p>
                <p class="soft">{moving.earlierNight}</p>
                <WaitingListForm
                  wish={wish}
                  joined={place !== null}
                  wrong={wrong}
                  language={language}
                  texts={moving}
                />
              </>
            )}
          <div class="row">
            <ButtonLink kind="quiet" href={back}>{frame.back}</ButtonLink>
          </div>
        </div>
        <BookedAside
          appointment={appointment}
          language={language}
          texts={texts}
        />
      </div>
    );
  },
);
