import { page } from "fresh";
import { define } from "@/define.ts";
import { env } from "@/env.ts";
import { Workspace } from "@/islands/Workspace.tsx";
import { dateFrom } from "@/services/api.ts";
import { readDay } from "@/services/appointments.ts";
import { requireDoctor } from "@/services/guard.ts";

export const handler = define.handlers({
  GET: async (ctx) => {
    const person = requireDoctor(ctx);
    ctx.state.title = ctx.state.texts.workspace.title;
    ctx.state.layout = "workspace";
    return page({ day: await readDay(person, dateFrom(ctx.url, "day")) });
  },
});

/** The doctor's day, realtime. */
export default define.page<typeof handler>(
  function WorkspacePage({ data: { day }, state }) {
    const date = Temporal.PlainDate.from(day.day);
    return (
      <Workspace
        day={day}
        previous={date.subtract({ days: 1 }).toString()}
        next={date.add({ days: 1 }).toString()}
        access={{
          url: env().SUPABASE_URL,
          publishableKey: env().SUPABASE_PUBLISHABLE_KEY,
        }}
        language={state.language}
        texts={state.texts.workspace}
        frame={state.texts.frame}
      />
    );
  },
);
