import { assert, assertEquals, assertMatch } from "@std/assert";
import { ask } from "../documents.ts";
import { newAsker, requestOf } from "../erasures.ts";
import { clientOf, openSql } from "../people.ts";
import { openStudio } from "../studio.ts";
import { newCast, roles } from "./cast.ts";

Deno.test("a patient asks for the erasure of their own account, once, and may take it back", async (t) => {
  const cast = await newCast();
  await using sql = openSql();
  await sql`delete from public.erasure_requests where account_id = ${cast.patient.id}`;
  const call = (role: typeof roles[number], name: string) =>
    ask(cast.as[role], name, {});
  const told = async () => {
    const rows = await sql`
      select kind, channel from public.notifications
      where account_id = ${cast.patient.id} and kind::text like 'erasure%' order by created_at`;
    return rows.map(({ kind, channel }) => `${kind} ${channel}`);
  };

  await t.step("nobody asks without the code, and no doctor", async () => {
    assertEquals(
      await call("after the password only", "request_erasure"),
      "signed_out",
    );
    assertEquals(await call("the doctor", "request_erasure"), "patients_only");
    assertMatch(
      String(await call("anonymous", "request_erasure")),
      /permission denied/,
    );
  });
  await t.step("twice, and at the same moment, is once", async () => {
    const answers = await Promise.all(
      [1, 2, 3].map(() => call("the patient", "request_erasure")),
    );
    assertEquals(new Set(answers).size, 1);
    const rows = await sql`
      select 1 from public.erasure_requests where account_id = ${cast.patient.id}`;
    assertEquals(rows.length, 1);
    assertEquals(await told(), ["erasure_requested email"]);
  });
  await t.step("another person neither sees nor withdraws it", async () => {
    for (const role of roles) {
      if (role === "the patient" || role === "anonymous") continue;
      assertEquals(await call(role, "withdraw_erasure"), false, role);
      const { data } = await cast.as[role].from("erasure_requests").select();
      assertEquals(data, [], role);
    }
    assert(await requestOf(cast.patient));
  });
  await t.step("nobody writes the row", async () => {
    const client = cast.as["the patient"];
    const table = client.from("erasure_requests");
    const answers = [
      await table.insert({ account_id: cast.otherPatient.id }),
      await table.update({ decision: "accepted" }).eq(
        "account_id",
        cast.patient.id,
      ),
      await table.delete().eq("account_id", cast.patient.id),
    ];
    assertEquals(answers.map(({ error }) => error?.code), [
      "42501",
      "42501",
      "42501",
    ]);
  });
  await t.step(
    "withdrawn it is closed, and may be asked again, five times a day",
    async () => {
      assertEquals(await call("the patient", "withdraw_erasure"), true);
      assertEquals(await call("the patient", "withdraw_erasure"), false);
      assertEquals(await told(), [
        "erasure_requested email",
        "erasure_withdrawn email",
      ]);
      for (let times = 0; times < 4; times++) {
        await call("the patient", "request_erasure");
        assertEquals(await call("the patient", "withdraw_erasure"), true);
      }
      assertEquals(
        await call("the patient", "request_erasure"),
        "too_many_erasure_requests",
      );
    },
  );
});

Deno.test("an administrator declines with a reason, and decides nothing twice", async (t) => {
  await using studio = await openStudio();
  const { person, request } = await newAsker();
  await t.step("by hand nothing is changed", async () => {
    for (
      const refused of [
        await studio.edit("erasure_requests", request, {
          decision: "accepted",
          decided_at: "2026-01-01T00:00:00Z",
        }),
        await studio.run(
          `delete from public.erasure_requests where id = '${request}'`,
        ),
        await studio.run(
          `insert into public.erasure_requests (account_id) values ('${person.id}')`,
        ),
      ]
    ) assertMatch(refused.refusal ?? "", /Use admin\.accept_erasure/);
    assertEquals(await requestOf(person), request);
  });
  await t.step("only with a reason", async () => {
    assertMatch(
      await studio.call(`admin.decline_erasure('${request}', ' ')`),
      /Say why in reason/,
    );
    assertMatch(
      await studio.call(
        `admin.decline_erasure('${request}', 'Facture ouverte')`,
      ),
      /^Declined\./,
    );
    assertMatch(
      await studio.call(`admin.decline_erasure('${request}', 'Encore')`),
      /declined already/,
    );
    assertMatch(
      await studio.call(`admin.accept_erasure('${request}')`),
      /declined already/,
    );
  });
  await t.step("the account goes on, and may ask again", async () => {
    const client = await clientOf(person);
    const { data } = await client.from("erasure_requests")
      .select("decision, reason");
    assertEquals(data, [{ decision: "declined", reason: "Facture ouverte" }]);
    assertMatch(String(await ask(client, "request_erasure", {})), /^\d{4}-/);
  });
  await t.step("a request that was withdrawn is not decided", async () => {
    const open = await requestOf(person);
    await ask(await clientOf(person), "withdraw_erasure", {});
    assertMatch(
      await studio.call(`admin.accept_erasure('${open}')`),
      /The person withdrew this request/,
    );
    assertMatch(
      await studio.call(`admin.accept_erasure('${crypto.randomUUID()}')`),
      /They are in admin\.erasure_requests/,
    );
  });
  await t.step("nobody but administrators decides", async () => {
    const { error } = await (await clientOf(person)).schema("admin")
      .rpc("accept_erasure", { request_id: request });
    assert(error);
  });
});
