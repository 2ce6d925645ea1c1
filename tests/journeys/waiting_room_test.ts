import { assertEquals } from "@std/assert";
import { newBrowser, newVisitor } from "../house.ts";
import {
  newAppointment,
  newDoctor,
  newPatient,
  openSql,
  signIn,
} from "../people.ts";
import { takeMicrophone } from "../networks.ts";
import { hears, seesVideoOf } from "../playing.ts";
import {
  answer,
  call,
  close,
  newVisit,
  noViolations,
  refuse,
  signedIn,
  type Visit,
  wait,
} from "../visits.ts";

Deno.test("in the waiting room", async (t) => {
  await using browser = await newBrowser();

  await t.step("too early, the page opens by itself in time", async () => {
    const patient = await newPatient();
    const doctor = await newDoctor();
    const appointment = await newAppointment(patient, doctor, 30);
    const { context, page } = await signedIn(
      browser,
      patient,
      `/fr/appointments/${appointment}/waiting-room`,
    );
    await page.getByRole("heading", { name: /pas encore ouverte/ }).waitFor();
    await noViolations(page);
    // A press would lead to the same page.
    assertEquals(
      await page.getByRole("main").getByRole("link", {
        name: /Ouvrir|Actualiser/,
      }).count(),
      0,
    );
    await page.clock.install();
    await page.reload();
    await startsIn(appointment, 5);
    await page.clock.runFor(61_000);
    await page.getByRole("button", { name: "Régler votre matériel" })
      .waitFor();
    await context.close();
  });

  await t.step(
    "a cut connection is told, comes back by itself, and the call that began meanwhile rings",
    async () => {
      const visit = await newVisit(browser);
      const { patientPage } = visit;
      await wait(visit);
      await patientPage.context().setOffline(true);
      await patientPage.getByText("La connexion est interrompue").waitFor();
      await call(visit);
      assertEquals(
        await patientPage.getByRole("button", { name: "Répondre" }).count(),
        0,
      );
      await patientPage.context().setOffline(false);
      await patientPage.getByRole("button", { name: "Répondre" }).waitFor();
      await patientPage.getByText("La connexion est interrompue")
        .waitFor({ state: "detached" });
      await close(visit);
    },
  );

  await t.step(
    "a line that is dead without a word is noticed; what happened meanwhile is there at once",
    async () => {
      const visit = await newVisit(browser);
      const { patientPage } = visit;
      let dead = false;
      await patientPage.routeWebSocket(/\/realtime\/v1/, (page) => {
        const server = page.connectToServer();
        page.onMessage((message) => dead || server.send(message));
        server.onMessage((message) => dead || page.send(message));
      });
      await patientPage.reload();
      await wait(visit);
      dead = true;
      await call(visit);
      await patientPage.getByText("La connexion est interrompue").waitFor();
      // Our own server answers: the ring comes by asking, before the line is back.
      await patientPage.getByRole("button", { name: "Répondre" }).waitFor();
      dead = false;
      await patientPage.getByText("La connexion est interrompue")
        .waitFor({ state: "detached" });
      await close(visit);
    },
  );

  await t.step(
    "what Realtime loses in a channel's first seconds is read all the same: it rings",
    async () => {
      const visit = await newVisit(browser);
      const { patientPage } = visit;
      await wait(visit);
      // Joins are answered, and nothing of the database comes through: as before the replication runs.
      await patientPage.routeWebSocket(/\/realtime\/v1/, (page) => {
        const server = page.connectToServer();
        server.onMessage((message) => {
          if (!/"(broadcast|system)"/.test(String(message))) page.send(message);
        });
      });
      await patientPage.reload();
      await patientPage.getByText("Laissez cette page ouverte").waitFor();
      await call(visit);
      await patientPage.getByRole("button", { name: "Répondre" }).waitFor();
      await close(visit);
    },
  );

  await t.step("a reload keeps the place, and needs no button", async () => {
    const visit = await newVisit(browser);
    await wait(visit);
    const since = await waitingSince(visit);
    await visit.patientPage.reload();
    await visit.patientPage.getByText("Laissez cette page ouverte").waitFor();
    await seesVideoOf(visit.patientPage, "Vous");
    assertEquals(await waitingSince(visit), since);
    await noViolations(visit.patientPage);

    // While it rings, too.
    await call(visit);
    await visit.patientPage.getByRole("button", { name: "Répondre" })
      .waitFor();
    await noViolations(visit.patientPage);
    await visit.patientPage.reload();
    await answer(visit);
    await seesVideoOf(visit.doctorPage, visit.patient.name);
    await close(visit);
  });

  await t.step(
    "a call that is withdrawn is told as withdrawn to both; a second call rings again",
    async () => {
      const visit = await newVisit(browser);
      await wait(visit);
      await call(visit);
      await visit.patientPage.getByRole("button", { name: "Répondre" })
        .waitFor();
      await visit.doctorPage
        .getByRole("button", { name: "Arrêter l’appel" }).click();
      await visit.patientPage.getByText("Le médecin a arrêté l’appel")
        .waitFor();
      await visit.doctorPage.getByText("Vous avez arrêté l’appel").waitFor();
      assertEquals(
        await visit.doctorPage.getByText("n’a pas répondu").count(),
        0,
      );
      await visit.doctorPage.getByRole("button", { name: "Appeler encore" })
        .click();
      await visit.patientPage.getByRole("button", { name: "Répondre" })
        .waitFor();
      await close(visit);
    },
  );

  await t.step(
    "who leaves the page while it rings is told to the doctor; back on it, it rings again",
    async () => {
      const visit = await newVisit(browser);
      await wait(visit);
      await call(visit);
      const context = visit.patientPage.context();
      await visit.patientPage.close();
      await visit.doctorPage.getByText("qui a quitté la page").waitFor();
      const patientPage = await context.newPage();
      await patientPage.goto(visit.room);
      await visit.doctorPage.getByText("qui a quitté la page")
        .waitFor({ state: "detached" });
      await patientPage.getByRole("button", { name: "Répondre" }).waitFor();
      await answer({ ...visit, patientPage });
      await seesVideoOf(patientPage, visit.doctor.name);
      await close(visit);
    },
  );

  await t.step(
    "without an answer both are told; the doctor may call again",
    async () => {
      const visit = await newVisit(browser);
      await wait(visit);
      await call(visit);
      await visit.patientPage.getByRole("button", { name: "Répondre" })
        .waitFor();
      await rangLongAgo(visit, 46);
      await visit.patientPage.getByText("Appel manqué").waitFor();
      await visit.doctorPage.getByText("n’a pas répondu").waitFor();
      await noViolations(visit.doctorPage);
      // Too late to answer, not too late to be called again.
      await rangLongAgo(visit, 60);
      await visit.doctorPage.getByRole("button", { name: "Appeler encore" })
        .click();
      await answer(visit);
      await seesVideoOf(visit.patientPage, visit.doctor.name);
      await close(visit);
    },
  );

  await t.step(
    "a sentence of the doctor is read on a phone before the chat is opened, and counted in a tab at the back",
    async () => {
      const visit = await newVisit(browser);
      const { patientPage, doctorPage } = visit;
      await patientPage.setViewportSize({ width: 360, height: 740 });
      await wait(visit);
      await doctorPage.goto(visit.consultation);
      await doctorPage.getByRole("button", { name: /dix minutes de retard/ })
        .click();
      await patientPage.locator(".room-news")
        .getByText(/dix minutes de retard/).waitFor();
      await noViolations(patientPage);
      await patientPage.evaluate(() => {
        Object.defineProperty(document, "visibilityState", {
          configurable: true,
          value: "hidden",
        });
        document.dispatchEvent(new Event("visibilitychange"));
      });
      assertEquals(
        await patientPage.title(),
        "(1) Salle d’attente – eConsult",
      );
      await patientPage.evaluate(() => {
        Reflect.deleteProperty(document, "visibilityState");
        document.dispatchEvent(new Event("visibilitychange"));
      });
      await patientPage.getByRole("button", { name: "Lire et répondre" })
        .click();
      await patientPage.getByRole("listitem")
        .filter({ hasText: "dix minutes de retard" }).waitFor();
      await patientPage.locator(".room-news")
        .getByText(/dix minutes de retard/).waitFor({ state: "detached" });
      assertEquals(await patientPage.title(), "Salle d’attente – eConsult");
      await close(visit);
    },
  );

  await t.step("who is cancelled while waiting is told at once", async () => {
    const visit = await newVisit(browser);
    await wait(visit);
    const { doctorPage, patientPage } = visit;
    await doctorPage.getByRole("button", {
      name: `Autres actions pour ${visit.patient.name}`,
    })
      .first().click();
    await doctorPage.getByRole("link", {
      name: `Annuler, ${visit.patient.name}`,
    }).click();
    await doctorPage.getByLabel(/Raison/).fill("Urgence au cabinet");
    await doctorPage.getByRole("button", { name: "Annuler le rendez-vous" })
      .click();
    await patientPage.getByRole("heading", { name: /est annulé/ }).waitFor();
    await noViolations(patientPage);
    await close(visit);
  });

  await t.step(
    "devices that end while waiting: both are told, and they come back with one press",
    async () => {
      const visit = await newVisit(browser);
      const { patientPage, doctorPage } = visit;
      await wait(visit);
      // Opened together, the camera ends with the microphone.
      const allow = await takeMicrophone(patientPage);
      await patientPage.getByText(/L’appareil ne répond plus/).first()
        .waitFor();
      await doctorPage.getByText("micro indisponible").waitFor();
      await allow();
      await patientPage.getByRole("button", { name: /^Utiliser / }).first()
        .click();
      await doctorPage.getByText("micro indisponible")
        .waitFor({ state: "detached" });
      await close(visit);
    },
  );

  await t.step("somebody else's waiting room does not exist", async () => {
    const stranger = await newPatient();
    const appointment = await newAppointment(
      await newPatient(),
      await newDoctor(),
      2,
    );
    const { context, page } = await signedIn(browser, stranger, "/fr/sign-in");
    const answered = await page.goto(
      `/fr/appointments/${appointment}/waiting-room`,
    );
    assertEquals(answered?.status(), 404);
    await context.close();
  });
});

/** What the browser answers to the wish for camera and microphone. */
const refusals: {
  name: string;
  camera?: string;
  microphone?: string;
  advice: RegExp;
  then: RegExp;
}[] = [
  {
    name: "refused camera",
    camera: "NotAllowedError",
    advice: /bloque la caméra$/,
    then: /le médecin vous entendra/,
  },
  {
    name: "absent camera",
    camera: "NotFoundError",
    advice: /Aucun appareil trouvé/,
    then: /le médecin vous entendra/,
  },
  {
    name: "busy camera",
    camera: "NotReadableError",
    advice: /Utilisé par un autre programme/,
    then: /le médecin vous entendra/,
  },
  {
    name: "refused camera and microphone",
    camera: "NotAllowedError",
    microphone: "NotAllowedError",
    advice: /bloque la caméra et le micro/,
    then: /ne vous entend pas/,
  },
];

Deno.test("without camera or microphone", async (t) => {
  await using browser = await newBrowser();
  const patient = await newPatient();
  const appointment = await newAppointment(patient, await newDoctor(), 2);
  const room = `/fr/appointments/${appointment}/waiting-room`;
  const { context } = await signedIn(browser, patient, room);

  for (const { name, camera, microphone, advice, then } of refusals) {
    await t.step(`${name}: what to do is said`, async () => {
      const page = await context.newPage();
      await refuse(page, { camera, microphone });
      await page.goto(room);
      await page.getByRole("button", { name: "Régler votre matériel" })
        .click();
      await page.getByText(advice).first().waitFor();
      await page.getByText(then).waitFor();
      await page.getByRole("button", { name: /Commencer/ }).waitFor();
      await noViolations(page);
      await page.close();
    });
  }

  await t.step("a refused microphone: what to do is said", async () => {
    const page = await context.newPage();
    await refuse(page, { microphone: "NotAllowedError" });
    await page.goto(room);
    await page.getByRole("button", { name: "Régler votre matériel" }).click();
    await seesVideoOf(page, "Vous");
    await page.getByText(/Accès refusé/).waitFor();
    await page.close();
  });

  await t.step("a browser that cannot call: which ones can", async () => {
    const page = await context.newPage();
    await page.addInitScript(() => {
      Reflect.deleteProperty(globalThis, "RTCPeerConnection");
    });
    await page.goto(room);
    await page.getByRole("button", { name: "Régler votre matériel" }).click();
    await page.getByText(/Chrome, Safari, Firefox ou Edge/).first().waitFor();
    await page.close();
  });

  await t.step(
    "the call goes on without a picture: the doctor hears, and sees why",
    async () => {
      const visit = await newVisit(browser);
      await visit.patientPage.close();
      const page = await visitorPage(visit);
      await refuse(page, { camera: "NotFoundError" });
      await page.goto(visit.room);
      await wait({ ...visit, patientPage: page });
      await call(visit);
      await answer({ ...visit, patientPage: page });
      await hears(visit.doctorPage, visit.patient.name);
      await visit.doctorPage.getByText("n’a pas de caméra").waitFor();
      await seesVideoOf(page, visit.doctor.name);
      await page.getByText(/On ne vous voit pas.*Aucun appareil trouvé/)
        .waitFor();
      // Asked again, the camera still is not there: said, and the call goes on.
      await page.getByRole("button", { name: "Activer la caméra" }).first()
        .click();
      await page.getByText(/Aucun appareil trouvé/).waitFor();
      await hears(visit.doctorPage, visit.patient.name);
      await visit.doctorPage.context().close();
      await page.context().close();
    },
  );

  await t.step(
    "a doctor whose devices are taken or refused reads why at once, the patient that nobody is heard",
    async () => {
      const visit = await newVisit(browser);
      const { doctorPage, patientPage } = visit;
      await refuse(doctorPage, {
        camera: "NotReadableError",
        microphone: "NotAllowedError",
      });
      await wait(visit);
      await call(visit);
      await answer(visit);
      await doctorPage.getByText(/On ne vous voit pas.*Utilisé par un autre/)
        .waitFor();
      await doctorPage.getByText(/On ne vous entend pas.*Accès refusé/)
        .waitFor();
      await patientPage.getByText("n’a pas de caméra").waitFor();
      await patientPage.getByText(`On n’entend pas ${visit.doctor.name}`)
        .waitFor();
      assertEquals(await patientPage.getByText("a coupé").count(), 0);
      await noViolations(doctorPage);
      await noViolations(patientPage);
      await close(visit);
    },
  );

  async function visitorPage({ patient: person, room: path }: Visit) {
    const visitor = await newVisitor(browser);
    const page = await visitor.newPage();
    await page.goto(path);
    await signIn(page, person);
    return page;
  }
});

/** Moves the last ring into the past, as if that much time had gone by. */
async function rangLongAgo(visit: Visit, seconds: number): Promise<void> {
  await using sql = openSql();
  await sql`
    update public.appointments set called_at = now() - make_interval(secs => ${seconds}::int)
    where id = ${visit.appointment} and state = 'calling'`;
}

async function startsIn(appointment: string, minutes: number): Promise<void> {
  await using sql = openSql();
  await sql`
    update public.appointments set during = tstzrange(start, start + interval '10 minutes')
    from (select now() + make_interval(mins => ${minutes}::int) as start) as chosen
    where id = ${appointment}`;
}

async function waitingSince(visit: Visit): Promise<string> {
  await using sql = openSql();
  const [row] = await sql`
    select waiting_since::text as since from public.appointments where id = ${visit.appointment}`;
  return row?.since;
}
