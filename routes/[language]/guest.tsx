import { type Context, page } from "fresh";
import { GuestEnd, isVisitOver } from "@/components/call/GuestEnd.tsx";
import { hoursOf } from "@/components/layout/helpdesk.ts";
import { Button } from "@/components/ui/Button.tsx";
import { define, type State } from "@/define.ts";
import { paths } from "@/domain/paths.ts";
import { doctorName } from "@/domain/records.ts";
import { env } from "@/env.ts";
import { browserTexts } from "@/i18n/connection.ts";
import { formatDay, formatTimeWithZone } from "@/i18n/format.ts";
import { t } from "@/i18n/mod.ts";
import { BrowserCheck } from "@/islands/BrowserCheck.tsx";
import { GuestRoom } from "@/islands/GuestRoom.tsx";
import {
  openGuestLink,
  readGuestLink,
  readGuestVisit,
  releaseGuestLink,
} from "@/services/call/guest_visit.ts";
import { networkPlaces } from "@/services/call/places.ts";
import { helpdesk } from "@/services/helpdesk.ts";
import { isLinkToken } from "@/services/link_token.ts";

export const handler = define.handlers({
  // Nothing is used up here: mail scanners open every link before the person does.
  GET: async (ctx) => {
    const { language, texts: { guest } } = ctx.state;
    const token = ctx.url.searchParams.get("token");
    if (token === null) {
      const visit = await readGuestVisit(ctx.req);
      if (visit === null && ctx.url.searchParams.has("released")) {
        ctx.state.title = guest.releasedTitle;
        return page({ kind: "released" as const, visit });
      }
      if (visit === null) return stale(ctx);
      ctx.state.title = guest.pageTitle;
      const over = isVisitOver(visit);
      if (!over) ctx.state.layout = "stage";
      return page({ kind: over ? "over" as const : "room" as const, visit });
    }
    const found = isLinkToken(token)
      ? await readGuestLink(ctx.req, token)
      : null;
    if (found === null) return stale(ctx);
    if (found.link === "mine") return ctx.redirect(paths.guest(language), 303);
    if (isVisitOver(found)) return stale(ctx);
    const used = found.link === "used";
    ctx.state.title = used ? guest.usedTitle : guest.pageTitle;
    return page({
      kind: used ? "used" as const : "link" as const,
      visit: found,
    }, { status: used ? 410 : 200 });
  },
  POST: async (ctx) => {
    const { language, responseHeaders } = ctx.state;
    const token = ctx.url.searchParams.get("token");
    if (token === null) {
      await releaseGuestLink(ctx.req, responseHeaders);
      return ctx.redirect(paths.guestReleased(language), 303);
    }
    const opened = isLinkToken(token) &&
      await openGuestLink(ctx.req, responseHeaders, token);
    return ctx.redirect(
      paths.guest(language, opened ? undefined : token),
      303,
    );
  },
});

function stale(ctx: Context<State>) {
  ctx.state.title = ctx.state.texts.guest.staleTitle;
  return page({ kind: "stale" as const, visit: null }, { status: 410 });
}

/** The third person's page: opens the invitation, then leads into the call. */
export default define.page<typeof handler>(
  function Guest({ data, state }) {
    const { language, texts } = state;
    const { guest } = texts;
    const shared = {
      language,
      guest,
      texts: texts.consultation,
      helpdesk: {
        phone: helpdesk().phone,
        hours: hoursOf(helpdesk(), language, texts.frame),
      },
    };
    const { kind, visit } = data;
    if (kind === "stale" || kind === "used" || kind === "released") {
      return (
        <div class="stack column">
          <h1>{guest[`${kind}Title`]}</h1>
          <p>{guest[`${kind}Text`]}</p>
        </div>
      );
    }
    if (kind === "over") return <GuestEnd {...shared} visit={visit} />;
    if (kind === "room") {
      return (
        <>
          <noscript>
            <p class="notice notice-warning">
              {guest.noScript} {shared.helpdesk.phone}
            </p>
          </noscript>
          <GuestRoom
            {...shared}
            visit={visit}
            places={networkPlaces(env())}
            connection={texts.connection}
            errors={texts.errors}
          />
        </>
      );
    }
    const zone = visit.doctor.time_zone;
    return (
      <div class="stack column">
        <h1>{guest.pageTitle}</h1>
        <p class="lead">
          {t(guest.openText, {
            doctor: doctorName(visit.doctor, language),
            day: formatDay(visit.starts_at, language, zone),
            start: formatTimeWithZone(visit.starts_at, language, zone),
          })}
        </p>
        {/* Once it is open, another browser needs another invitation. */}
        <BrowserCheck
          jitsiUrl={networkPlaces(env()).jitsiUrl}
          texts={browserTexts(texts.connection)}
        />
        <p>{guest.openOnce}</p>
        <form method="post" class="form-actions">
          <Button>{guest.open}</Button>
        </form>
      </div>
    );
  },
);
