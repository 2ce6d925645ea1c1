import { assert, assertEquals } from "@std/assert";
import { newBrowser } from "../house.ts";
import { openSql } from "../people.ts";
import { newPushService } from "../push_service.ts";
import { newVisit, signedIn, wait } from "../visits.ts";

Deno.test("who closed the page is told of the call, and of nothing else", async (t) => {
  await using browser = await newBrowser({ whole: true });
  await using service = await newPushService();
  await using sql = openSql();
  const visit = await newVisit(browser);
  const { patient, doctor, doctorPage, appointment, room } = visit;
  await visit.patientPage.context().close();

  const { context, page } = await signedIn(
    browser,
    patient,
    `/fr/appointments/${appointment}`,
  );
  await context.grantPermissions(["notifications", "camera", "microphone"]);
  // This browser has no push service of its own.
  await page.addInitScript((given) => {
    Object.defineProperty(Notification, "permission", { value: "default" });
    Notification.requestPermission = () => Promise.resolve("granted");
    PushManager.prototype.subscribe = () => {
      const kept: Pick<PushSubscription, "toJSON"> = { toJSON: () => given };
      return Promise.resolve(kept as PushSubscription);
    };
  }, service.subscription);
  await page.goto(room);
  const devtools = await context.newCDPSession(page);
  const registered = Promise.withResolvers<string>();
  devtools.on(
    "ServiceWorker.workerRegistrationUpdated",
    ({ registrations: [first] }) =>
      first && registered.resolve(first.registrationId),
  );
  await devtools.send("ServiceWorker.enable");

  await t.step("a press asks, and the browser is known", async () => {
    await wait({ ...visit, patientPage: page });
    await page.getByRole("button", { name: "Me prévenir de l’appel" }).click();
    await page.getByText("Cet appareil vous préviendra de l’appel").waitFor();
    const rows = await sql`
      select endpoint from public.push_subscriptions where appointment_id = ${appointment}`;
    assertEquals(rows.map(({ endpoint }) => endpoint), [
      service.subscription.endpoint,
    ]);
  });

  let text = "";
  await t.step(
    "the doctor calls: a message goes out, without names",
    async () => {
      const pushed = service.next();
      await doctorPage.getByRole("button", { name: `Appeler, ${patient.name}` })
        .first().click();
      const { headers, ...message } = await pushed;
      text = message.text;
      assertEquals(JSON.parse(text), {
        text: "Votre médecin vous appelle.",
        path: room,
      });
      assertEquals(headers.get("TTL"), "45");
      assertEquals(headers.get("Urgency"), "high");
      assertEquals(headers.get("Content-Encoding"), "aes128gcm");
      assert(headers.get("Authorization")?.startsWith("vapid t="));
      const sent = JSON.stringify([...headers]) + text;
      for (const name of [patient.lastName, doctor.lastName, patient.email]) {
        assertEquals(sent.includes(name), false);
      }
    },
  );

  await t.step("the browser shows it when the page is left", async () => {
    const registrationId = await registered.promise;
    await page.goto(`/fr/appointments/${appointment}`);
    const title = () =>
      page.evaluate(async () => {
        const registration = await navigator.serviceWorker.ready;
        const [notification] = await registration.getNotifications();
        return notification?.title;
      });
    // The page that was left may be there for a moment longer, and would ring itself.
    const deadline = Date.now() + 20_000;
    let shown: string | undefined;
    while (shown === undefined && Date.now() < deadline) {
      await devtools.send("ServiceWorker.deliverPushMessage", {
        origin: new URL(page.url()).origin,
        registrationId,
        data: text,
      });
      shown = await title();
    }
    assertEquals(shown, "Votre médecin vous appelle.");
  });

  await t.step("a browser that is gone is forgotten", async () => {
    service.status = 410;
    await doctorPage.getByRole("button", { name: "Arrêter l’appel" })
      .click();
    await sql`
      update public.appointments set called_at = now() - interval '1 minute' where id = ${appointment}`;
    const pushed = service.next();
    await doctorPage.goto(visit.consultation);
    await doctorPage.getByRole("button", { name: /^Appeler/ }).click();
    await pushed;
    const known = async () => {
      const rows = await sql`
        select from public.push_subscriptions where appointment_id = ${appointment}`;
      return rows.length;
    };
    const deadline = Date.now() + 10_000;
    while (await known() > 0 && Date.now() < deadline);
    assertEquals(await known(), 0);
  });
  await context.close();
  await doctorPage.context().close();
});
