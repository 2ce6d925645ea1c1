import { page } from "fresh";
import { NotOpenYet } from "@/components/consultation/NotOpenYet.tsx";
import { OverPage } from "@/components/consultation/OverPage.tsx";
import { define } from "@/define.ts";
import { can, isOver } from "@/domain/appointment.ts";
import { paths } from "@/domain/paths.ts";
import { env } from "@/env.ts";
import { OpensByItself } from "@/islands/OpensByItself.tsx";
import { WaitingRoom } from "@/islands/WaitingRoom.tsx";
import { readAppointment } from "@/services/appointments.ts";
import { requirePerson } from "@/services/guard.ts";

export const handler = define.handlers({
  GET: async (ctx) => {
    const person = requirePerson(ctx);
    const appointment = await readAppointment(person, ctx.params.id);
    const { language, texts } = ctx.state;
    if (person.id === appointment.doctor.id) {
      return ctx.redirect(paths.consultation(language, appointment.id));
    }
    ctx.state.title = texts.consultation.roomTitle;
    const open = can.enterWaitingRoom(appointment, appointment.now);
    if (open) ctx.state.layout = "stage";
    return page({ appointment, open });
  },
});

/** Before it opens: when it does. Then the waiting room, the call, and what became of it. */
export default define.page<typeof handler>(
  function WaitingRoomPage({ data: { appointment, open }, state }) {
    const { language, texts: { consultation: texts } } = state;
    if (
      isOver(appointment) ||
      (!open && Date.parse(appointment.now) > Date.parse(appointment.opens_at))
    ) {
      return (
        <OverPage
          state={isOver(appointment) ? appointment.state : "no_show"}
          appointmentHref={paths.appointment(language, appointment.id)}
          doctorsHref={paths.home(language)}
          texts={texts}
        />
      );
    }
    if (!open) {
      return (
        <NotOpenYet
          appointment={appointment}
          link={
            <OpensByItself
              id={appointment.id}
              after={Date.parse(appointment.opens_at) -
                Date.parse(appointment.now)}
              href={paths.waitingRoom(language, appointment.id)}
              label={texts.openRoom}
            />
          }
          language={language}
          texts={texts}
        />
      );
    }
    return (
      <>
        <noscript>
          <p class="notice notice-warning">{texts.noScript}</p>
        </noscript>
        <WaitingRoom
          appointment={appointment}
          access={{
            url: env().SUPABASE_URL,
            publishableKey: env().SUPABASE_PUBLISHABLE_KEY,
          }}
          language={language}
          texts={texts}
        />
      </>
    );
  },
);
