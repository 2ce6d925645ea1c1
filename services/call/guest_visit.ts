import * as v from "valibot";
import type { CallTicket } from "@/domain/call_ticket.ts";
import {
  guestStates,
  guestUserId,
  type GuestVisit,
  type VisitAct,
} from "@/domain/guests.ts";
import { type Env, env } from "@/env.ts";
import {
  deleteCookie,
  readCookies,
  setCookie,
} from "@/services/http/cookies.ts";
import { Problem, unwrap } from "@/services/http/problem.ts";
import { hashOf, isLinkToken, newLinkToken } from "@/services/link_token.ts";
import { serviceClient } from "@/services/supabase.ts";
import { callPlace } from "./ticket.ts";
import { callToken } from "./token.ts";

/** The secret of the browser that opened an invitation. */
const COOKIE = "guest";

/**
 * How long a browser keeps it, in seconds: as long as browsers keep a cookie at all (RFC 6265bis, 400 days). Appointments
 * are booked up to a year ahead, and an invitation opened before a move opens in this browser only. The database forgets
 * it when the consultation is over.
 */
const COOKIE_AGE = 400 * 24 * 60 * 60;

/**
 * How long a guest's way into the room is open, in seconds. Shorter than that of patient and doctor: whom the doctor
 * sends out must not come back with it. A page that comes back gets a new one as long as the guest is admitted.
 */
const GUEST_LIFETIME = 60;

const text = v.string();

/** Of `private.guest_page`. */
const Visit = v.object({
  id: text,
  appointment_id: text,
  name: text,
  state: v.picklist(guestStates),
  starts_at: text,
  ends_at: text,
  opens_at: text,
  waiting_since: v.nullable(text),
  now: text,
  over: v.boolean(),
  cancelled: v.boolean(),
  talking: v.boolean(),
  reopened_at: v.nullable(text),
  resumed_at: v.nullable(text),
  doctor: v.object({
    title: text,
    first_name: text,
    last_name: text,
    time_zone: text,
  }),
});

const OpenedLink = v.object({
  ...Visit.entries,
  link: v.picklist(["unused", "mine", "used"]),
});

/** What an invitation's link shows before it is used; null for one that is none of ours. Uses nothing up. */
export async function readGuestLink(
  request: Request,
  token: string,
): Promise<GuestVisit & { link: "unused" | "mine" | "used" } | null> {
  const found = unwrap(
    await serviceClient().rpc("guest_of_link", {
      link_hash: hashOf(token),
      browser_hash: browserHash(request) ?? "",
    }),
  );
  if (found === null) return null;
  const { link, ...visit } = v.parse(OpenedLink, found);
  return { ...told(visit), link };
}

/** Binds a link to this browser from now on; false when another one was first, or the invitation stands no more. */
export async function openGuestLink(
  request: Request,
  responseHeaders: Headers,
  token: string,
): Promise<boolean> {
  // Pressed twice, the second request has the first one's cookie or none yet: then the page says what to do.
  const known = readCookies(request)[COOKIE];
  const again = isLinkToken(known) &&
    (await readGuestLink(request, token))?.link === "mine";
  if (again) return true;
  const secret = newLinkToken();
  const opened = unwrap(
    await serviceClient().rpc("open_guest_link", {
      link_hash: hashOf(token),
      browser_hash: hashOf(secret),
    }),
  );
  if (opened) {
    setCookie(responseHeaders, {
      name: COOKIE,
      value: secret,
      path: "/",
      maxAge: COOKIE_AGE,
      httpOnly: true,
      sameSite: "lax",
      secure: env().PUBLIC_URL.startsWith("https:"),
    });
  }
  return opened;
}

/**
 * Gives this browser's link back: from now on another one may open it. Again it changes nothing. Throws `guest_gone`
 * within the call.
 */
export async function releaseGuestLink(
  request: Request,
  responseHeaders: Headers,
): Promise<void> {
  const browser_hash = browserHash(request);
  if (browser_hash === null) return;
  unwrap(await serviceClient().rpc("release_guest_link", { browser_hash }));
  deleteCookie(responseHeaders, COOKIE, "/");
}

/** Where this browser's guest stands; null when it opened no invitation. */
export async function readGuestVisit(
  request: Request,
): Promise<GuestVisit | null> {
  const visit = await visitOf(request);
  return visit && told(visit);
}

/** The guest of this browser asks to come in, or leaves. Throws `not_found`, `appointment_over`, `waiting_room_closed`, `guest_gone`. */
export async function moveGuest(
  request: Request,
  act: VisitAct,
): Promise<void> {
  const browser_hash = browserHash(request);
  if (browser_hash === null) throw new Problem(404, "not_found");
  unwrap(await serviceClient().rpc("move_guest", { browser_hash, act }));
}

/** The ticket for this browser's guest, once the doctor has let them in and talks. Throws `no_consultation`. */
export async function guestTicket(
  request: Request,
  config: Env,
): Promise<CallTicket> {
  const visit = await visitOf(request);
  if (visit?.state !== "admitted" || !visit.talking || visit.over) {
    throw new Problem(409, "no_consultation");
  }
  const token = await callToken({
    appointmentId: visit.appointment_id,
    personId: guestUserId(visit.id),
    name: visit.name,
    moderator: false,
    lifetime: GUEST_LIFETIME,
  }, config);
  return { ...callPlace(visit.appointment_id, config), token };
}

async function visitOf(request: Request) {
  const browser_hash = browserHash(request);
  if (browser_hash === null) return null;
  const found = unwrap(
    await serviceClient().rpc("guest_visit", { browser_hash }),
  );
  return found === null ? null : v.parse(Visit, found);
}

function browserHash(request: Request): string | null {
  const secret = readCookies(request)[COOKIE];
  return isLinkToken(secret) ? hashOf(secret) : null;
}

/** What the guest's page is told: no ids. */
function told(
  { id: _, appointment_id: __, ...visit }: v.InferOutput<typeof Visit>,
): GuestVisit {
  return visit;
}
