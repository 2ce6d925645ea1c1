import { page } from "fresh";
import * as v from "valibot";
import { define } from "@/define.ts";
import { fileTexts } from "@/i18n/attachments.ts";
import { browserTexts } from "@/i18n/connection.ts";
import { thirdTexts } from "@/i18n/guests.ts";
import { paths } from "@/domain/paths.ts";
import { env } from "@/env.ts";
import { Workspace } from "@/islands/Workspace.tsx";
import { readDay } from "@/services/appointments/appointments.ts";
import { readForm } from "@/services/http/form.ts";
import { requireDoctor } from "@/services/http/guard.ts";
import { dateFrom } from "@/services/http/json_handler.ts";
import {
  lastCancellation,
  undoCancellation,
} from "@/services/practice/cancellations.ts";
import { FREE_NOW_MINUTES, setFreeNow } from "@/services/practice/free_now.ts";

/** What the page's forms send without JavaScript. */
const Intent = v.variant("intent", [
  v.object({ intent: v.literal("undo") }),
  v.object({
    intent: v.literal("free-now"),
    minutes: v.pipe(
      v.string(),
      v.digits(),
      v.transform(Number),
      v.maxValue(720),
    ),
  }),
]);

export const handler = define.handlers({
  GET: async (ctx) => {
    const person = requireDoctor(ctx);
    ctx.state.title = ctx.state.texts.workspace.title;
    ctx.state.layout = "workspace";
    const [day, undoable] = await Promise.all([
      readDay(person, dateFrom(ctx.url, "day")),
      lastCancellation(person),
    ]);
    return page({ day, undoable });
  },
  POST: async (ctx) => {
    const form = await readForm(ctx.req);
    const person = requireDoctor(ctx, form);
    const sent = v.safeParse(Intent, Object.fromEntries(form));
    if (sent.success && sent.output.intent === "free-now") {
      await setFreeNow(person, sent.output.minutes);
    } else if (sent.success) {
      const last = await lastCancellation(person);
      if (last) await undoCancellation(person, last.cancelled_at);
    }
    return ctx.redirect(paths.workspace(ctx.state.language), 303);
  },
});

/** The doctor's day, realtime. */
export default define.page<typeof handler>(
  function WorkspacePage({ data: { day, undoable }, state }) {
    const { prescription, labOrder, sickLeave, feeNote } = state.texts
      .documents;
    return (
      <Workspace
        day={day}
        undoable={undoable}
        freeNowMinutes={FREE_NOW_MINUTES}
        access={{
          url: env().SUPABASE_URL,
          publishableKey: env().SUPABASE_PUBLISHABLE_KEY,
        }}
        jitsiUrl={env().JITSI_URL}
        language={state.language}
        texts={state.texts.workspace}
        kinds={{ prescription, labOrder, sickLeave, feeNote }}
        chat={state.texts.consultation}
        frame={state.texts.frame}
        files={fileTexts(state.texts)}
        third={thirdTexts(state.texts.guest)}
        browser={browserTexts(state.texts.connection)}
        errors={state.texts.errors}
      />
    );
  },
);
