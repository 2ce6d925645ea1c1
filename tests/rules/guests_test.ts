import { assertEquals } from "@std/assert";
import type { SupabaseClient } from "@supabase/supabase-js";
import { openSql, serviceClient } from "../people.ts";
import { type Cast, newCast, type Role } from "./cast.ts";

/** A guest who is to be invited to an appointment. */
function invitation(appointment_id: string, changes: object = {}) {
  return {
    appointment_id,
    name: "Samira Haddad",
    role: "interpreter",
    detail: "arabe",
    email: "samira@mail.example",
    phone: null,
    language: "fr",
    ...changes,
  };
}

/** People around an appointment that nobody else is invited to. */
async function newWorld() {
  const cast = await newCast();
  await using sql = openSql();
  await sql`delete from public.guests where appointment_id = ${cast.appointmentId}`;
  const invite = (role: Role, changes: object = {}) =>
    answerOf(cast.as[role], "invite_guest", {
      ...invitation(cast.appointmentId, changes),
    });
  const act = (role: Role, guest_id: string, act: string) =>
    answerOf(cast.as[role], "transition_guest", { guest_id, act });
  const move = (browser_hash: string, act: string) =>
    answerOf(serviceClient(), "move_guest", { browser_hash, act });
  return { cast, invite, act, move };
}

/** What a function gives, or the key with which it refuses. */
async function answerOf(
  client: SupabaseClient,
  name: string,
  args: Record<string, unknown>,
): Promise<string> {
  const { data, error } = await client.rpc(name, args);
  return error?.message ?? data;
}

/** The link of a guest, opened by a browser. */
async function open(guest_id: string, browser_hash: string) {
  const link_hash = `link-${guest_id}`;
  await serviceClient().rpc("add_guest_link", { guest_id, link_hash });
  return await answerOf(serviceClient(), "open_guest_link", {
    link_hash,
    browser_hash,
  });
}

async function guestOnPage(cast: Cast, role: Role) {
  const { data } = await cast.as[role].rpc("appointment_page", {
    appointment_id: cast.appointmentId,
  });
  return data?.guest;
}

Deno.test("patient and doctor invite a third person, one at a time; nobody else does", async () => {
  const { cast, invite } = await newWorld();
  for (const role of ["another patient", "another doctor"] as const) {
    assertEquals(await invite(role), "not_found");
  }
  assertEquals(await invite("after the password only"), "not_found");
  assertEquals(
    await invite("anonymous"),
    "permission denied for function invite_guest",
  );
  assertEquals(
    await invite("the patient", { email: null }),
    "guest_incomplete",
  );
  assertEquals(await invite("the patient", { name: " " }), "guest_incomplete");
  const id = await invite("the patient");
  assertEquals(await invite("the doctor"), id, "sent twice, invited once");
  assertEquals(
    await invite("the doctor", { name: "Somebody else" }),
    "guest_invited",
  );
  const { name, state } = await guestOnPage(cast, "the doctor");
  assertEquals([name, state], ["Samira Haddad", "invited"]);
  // How they are reached, whoever did not write it is not told.
  const seen = await guestOnPage(cast, "the patient");
  assertEquals(Object.keys(seen).sort(), [
    "detail",
    "id",
    "name",
    "opened",
    "role",
    "state",
    "waiting_since",
  ]);
  await using sql = openSql();
  const [sent] = await sql`
    select count(*)::integer as count from public.notifications
    where guest_id = ${id} and kind = 'guest_invitation' and channel = 'email' and account_id is null`;
  assertEquals(sent?.count, 1);
});

Deno.test("an account cannot have us write to anybody it likes", async () => {
  const { invite, act } = await newWorld();
  for (let n = 0; n < 5; n++) {
    const id = await invite("the patient");
    assertEquals(await act("the patient", id, "withdraw"), "withdrawn");
  }
  assertEquals(await invite("the patient"), "too_many_guests");
});

Deno.test("a link opens once, in the browser that was first, and tells nothing of the patient", async () => {
  const { cast, invite } = await newWorld();
  const id = await invite("the doctor");
  assertEquals(String(await open(id, `a-${id}`)), "true");
  assertEquals(String(await open(id, `b-${id}`)), "false");
  const linkOf = async (browser_hash: string) => {
    const { data } = await serviceClient().rpc("guest_of_link", {
      link_hash: `link-${id}`,
      browser_hash,
    });
    return data?.link;
  };
  assertEquals(await linkOf(`a-${id}`), "mine");
  assertEquals(await linkOf(`b-${id}`), "used");
  const { data } = await serviceClient().rpc("guest_visit", {
    browser_hash: `a-${id}`,
  });
  assertEquals(Object.keys(data).sort(), [
    "appointment_id",
    "cancelled",
    "doctor",
    "ends_at",
    "id",
    "name",
    "now",
    "opens_at",
    "over",
    "reopened_at",
    "resumed_at",
    "starts_at",
    "state",
    "talking",
    "waiting_since",
  ]);
  assertEquals(JSON.stringify(data).includes(cast.patient.lastName), false);
});

Deno.test("who opened a link in the wrong browser gives it back, and opens it in another one", async () => {
  const { cast, invite, act, move } = await newWorld();
  const id = await invite("the patient");
  const [first, second] = [`first-${id}`, `second-${id}`];
  const release = (browser_hash: string) =>
    answerOf(serviceClient(), "release_guest_link", { browser_hash });
  const nothing = "false";
  await open(id, first);
  // Another browser gives nothing back that is not its own.
  assertEquals(String(await release(second)), nothing);
  assertEquals(String(await open(id, second)), "false");
  assertEquals(await move(first, "arrive"), "waiting");
  assertEquals(String(await release(first)), "true");
  assertEquals(String(await release(first)), nothing);
  // Who waited has left, and the first browser is a stranger.
  assertEquals(await act("the doctor", id, "admit"), "guest_gone");
  assertEquals(await move(first, "arrive"), "not_found");
  assertEquals(String(await open(id, second)), "true");
  assertEquals(String(await open(id, first)), "false");
  assertEquals(await move(second, "arrive"), "waiting");
  assertEquals(await act("the doctor", id, "admit"), "admitted");
  // Not from within the call; and not once the doctor has sent them out.
  assertEquals(await release(second), "guest_gone");
  assertEquals(await act("the doctor", id, "remove"), "removed");
  assertEquals(await release(second), "guest_gone");
  assertEquals(String(await open(id, first)), "false");
  const { data } = await cast.as["the patient"].from("audit_log")
    .select("action").eq("appointment_id", cast.appointmentId)
    .eq("action", "guest_left");
  assertEquals(data?.length, 1);
});

Deno.test("the doctor alone admits, refuses and sends out; the guest comes and goes meanwhile", async () => {
  const { cast, invite, act, move } = await newWorld();
  const id = await invite("the patient");
  const browser = `c-${id}`;
  assertEquals(await move(browser, "arrive"), "not_found");
  await open(id, browser);
  assertEquals(await act("the doctor", id, "admit"), "guest_gone");
  assertEquals(await move(browser, "arrive"), "waiting");
  for (const what of ["admit", "refuse", "remove"]) {
    assertEquals(await act("the patient", id, what), "doctors_only");
    assertEquals(await act("another doctor", id, what), "not_found");
    assertEquals(await act("another patient", id, what), "not_found");
  }
  assertEquals(await act("the doctor", id, "admit"), "admitted");
  assertEquals(await act("the doctor", id, "admit"), "admitted");
  assertEquals(await move(browser, "leave"), "left");
  assertEquals(await move(browser, "arrive"), "waiting");
  assertEquals(await act("the doctor", id, "admit"), "admitted");
  assertEquals(await act("the patient", id, "withdraw"), "guest_gone");
  assertEquals(await act("the doctor", id, "remove"), "removed");
  assertEquals(await move(browser, "arrive"), "guest_gone");
  assertEquals(await act("the doctor", id, "admit"), "guest_gone");
  const { data } = await cast.as["the patient"].from("audit_log")
    .select("action").eq("appointment_id", cast.appointmentId)
    .like("action", "guest%").order("id");
  assertEquals(data?.map(({ action }) => action), [
    "guest_invited",
    "guest_arrived",
    "guest_admitted",
    "guest_left",
    "guest_arrived",
    "guest_admitted",
    "guest_removed",
  ]);
  assertEquals(
    await act("the doctor", await invite("the doctor"), "refuse"),
    "refused",
  );
});

Deno.test("a guest comes neither before the waiting room opens nor after the end, and is forgotten then", async () => {
  const { cast, invite, act, move } = await newWorld();
  const id = await invite("the patient");
  const browser = `d-${id}`;
  await open(id, browser);
  await using sql = openSql();
  const starts = (ahead: string) =>
    sql`
    update public.appointments
    set during = tstzrange(now() + ${ahead}::interval, now() + ${ahead}::interval + interval '10 minutes')
    where id = ${cast.appointmentId}`;
  await starts("30 minutes");
  assertEquals(await move(browser, "arrive"), "waiting_room_closed");
  await starts("5 minutes");
  assertEquals(await move(browser, "arrive"), "waiting");
  await sql.begin(async (transaction) => {
    // Without the triggers that keep the time of the last change.
    await transaction`set local session_replication_role = replica`;
    await transaction`
      update public.appointments
      set state = 'completed', called_at = now(), started_at = now(), ended_at = now(), updated_at = now() - interval '6 minutes'
      where id = ${cast.appointmentId}`;
  });
  assertEquals(await act("the doctor", id, "admit"), "guest_gone");
  assertEquals(await move(browser, "arrive"), "appointment_over");
  assertEquals(await invite("the patient"), "appointment_over");
  await serviceClient().rpc("purge_expired");
  const [kept] = await sql`
    select name, email, phone, browser_hash, link_hashes from public.guests where id = ${id}`;
  assertEquals(kept, {
    name: "Samira Haddad",
    email: null,
    phone: null,
    browser_hash: null,
    link_hashes: [],
  });
});
