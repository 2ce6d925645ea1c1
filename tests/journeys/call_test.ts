import { assert, assertEquals } from "@std/assert";
import type { Page } from "playwright-core";
import { newBrowser } from "../house.ts";
import { openSql } from "../people.ts";
import {
  growsCamera,
  hears,
  looksAnew,
  looksBlurred,
  noteCameraSizes,
  seesVideoOf,
} from "../playing.ts";
import { countWakeLocks, mayFallAsleep, staysAwake } from "../wake_locks.ts";
import {
  answer,
  call,
  close,
  newVisit,
  noViolations,
  type Visit,
  wait,
} from "../visits.ts";

Deno.test("in a call", async (t) => {
  await using browser = await newBrowser();
  const visit = await newVisit(browser);
  const { patient, doctor } = visit;
  let { patientPage, doctorPage } = visit;
  const patientContext = patientPage.context();
  const doctorContext = doctorPage.context();
  const bothSee = () =>
    Promise.all([
      seesVideoOf(patientPage, doctor.name),
      seesVideoOf(doctorPage, patient.name),
      hears(patientPage, doctor.name),
      hears(doctorPage, patient.name),
    ]);

  await t.step(
    "the screen stays awake while the patient waits, also after the page was hidden",
    async () => {
      await countWakeLocks(patientPage);
      await wait(visit);
      await staysAwake(patientPage);
    },
  );

  await t.step(
    "the first picture is small, so that it comes at once; soon the whole one does",
    async () => {
      for (const page of [patientPage, doctorPage]) await noteCameraSizes(page);
      await call(visit);
      await answer(visit);
      await bothSee();
      await growsCamera(patientPage);
      await growsCamera(doctorPage);
    },
  );

  await t.step("nothing is wrong for a screen reader", async () => {
    await noViolations(patientPage);
    await noViolations(doctorPage);
  });

  await t.step("so it does in the call", () => staysAwake(patientPage));

  await t.step(
    "no link of the header ends the call: there is none; whoever follows one all the same is asked",
    async () => {
      for (const page of [patientPage, doctorPage]) {
        const header = page.getByRole("banner").getByRole("link");
        assertEquals(await header.count(), 0);
        const dialogs: string[] = [];
        page.once("dialog", async (dialog) => {
          dialogs.push(dialog.message());
          await dialog.dismiss();
        });
        const path = new URL(page.url()).pathname;
        await page.locator(".header .logo").evaluate((link) => {
          if (link instanceof HTMLElement) link.click();
        });
        assertEquals(dialogs, ["Quitter l’appel en cours\u202f?"]);
        assertEquals(new URL(page.url()).pathname, path);
      }
      await bothSee();
    },
  );

  await t.step(
    "the own picture is hidden, and after a reload still is",
    async () => {
      await doctorPage.getByRole("button", { name: "Masquer mon image" })
        .click();
      const show = doctorPage.getByRole("button", {
        name: "Afficher mon image",
      });
      await show.waitFor();
      await doctorPage.reload();
      await show.waitFor();
      await bothSee();
      await show.click();
      await seesVideoOf(doctorPage, "Vous");
    },
  );

  // Both ways: who began the connection and who answered it are told apart by the library, by chance.
  const offAndOn = async (own: Page, other: Page, otherName: string) => {
    await own.getByRole("button", { name: "Couper la caméra" }).click();
    await other.getByText("a coupé sa caméra").waitFor();
    await own.getByRole("button", { name: "Couper le micro" }).click();
    await other.getByText("a coupé son micro").waitFor();

    await own.reload();
    await seesVideoOf(own, otherName);
    await own.getByRole("button", { name: "Activer le micro" }).waitFor();
    await other.getByText("a coupé sa caméra").waitFor();
    await other.getByText("a coupé son micro").waitFor();

    await own.getByRole("button", { name: "Activer le micro" }).click();
    await own.getByRole("button", { name: "Activer la caméra" }).click();
    await bothSee();
    assertEquals(await other.getByText("a coupé son micro").count(), 0);
  };
  await t.step(
    "the patient turns off camera and microphone: the doctor is told; after a reload both stay off, and come on again",
    () => offAndOn(patientPage, doctorPage, doctor.name),
  );
  await t.step(
    "so does the doctor",
    () => offAndOn(doctorPage, patientPage, patient.name),
  );

  await t.step(
    "the devices' panel blurs what is behind the doctor, and Escape gives the focus back",
    async () => {
      const button = doctorPage.getByRole("button", { name: /Changer/ });
      await button.click();
      const blur = doctorPage.getByLabel("Flouter l’arrière-plan");
      await blur.click();
      await looksBlurred(patientPage, doctor.name);
      await blur.click();
      await looksBlurred(patientPage, doctor.name, false);
      await doctorPage.keyboard.press("Tab");
      await doctorPage.keyboard.press("Escape");
      await doctorPage.getByRole("group", { name: /Changer/ })
        .waitFor({ state: "detached" });
      assertEquals(
        await button.evaluate((element) => element === document.activeElement),
        true,
      );
    },
  );

  await t.step(
    "messages are counted while the chat is closed, and read when it is open",
    async () => {
      await patientPage.getByRole("button", { name: "Fermer le chat" }).click();
      // Beside the doctor's picture stands the patient, until the chat is wanted.
      await doctorPage.getByRole("button", { name: "Ouvrir le chat" }).click();
      const line = doctorPage.getByRole("textbox", { name: "Votre message" });
      await line.fill("Regardez ici");
      await line.press("Enter");
      await patientPage.getByRole("button", { name: "Ouvrir le chat (1)" })
        .waitFor();
      // Our server has it; the patient has not read it.
      await doctorPage.getByText("· envoyé").waitFor();
      assertEquals(
        await doctorPage.getByText("· lu").count(),
        0,
      );
      await patientPage.getByRole("button", { name: /Ouvrir le chat/ })
        .click();
      await patientPage.getByText("Regardez ici").waitFor();
      await doctorPage.getByText("· lu").waitFor();
      assertEquals(await doctorPage.getByText("· envoyé").count(), 0);
    },
  );

  await t.step(
    "closing the chat keeps what is being written, and the picture",
    async () => {
      const line = patientPage.getByRole("textbox", { name: "Votre message" });
      await line.fill("à moitié écrit");
      await patientPage.getByRole("button", { name: "Fermer le chat" }).click();
      await patientPage.getByRole("button", { name: "Ouvrir le chat" })
        .click();
      assertEquals(await line.inputValue(), "à moitié écrit");
      await seesVideoOf(patientPage, doctor.name);
    },
  );

  await t.step(
    "whose tab is gone is waited for, and comes back into the call in another one, with a press",
    async () => {
      await patientPage.close();
      await doctorPage.getByText("n’a plus la page ouverte").waitFor();
      patientPage = await patientContext.newPage();
      await patientPage.goto(visit.room);
      const back = patientPage.getByRole("button", {
        name: "Revenir dans l’appel",
      });
      await back.waitFor();
      assertEquals(await patientPage.locator("video").count(), 0);
      await noViolations(patientPage);
      await back.click();
      await bothSee();
      await patientPage.reload();
      await bothSee();
    },
  );

  await t.step(
    "a second window takes the call over; the first says where it is, and takes it back",
    async () => {
      await doctorPage.getByRole("button", { name: "Couper le micro" }).click();
      await doctorPage.getByRole("button", { name: "Activer le micro" })
        .waitFor();
      const second = await doctorContext.newPage();
      await second.goto(visit.consultation);
      await seesVideoOf(second, patient.name);
      // What was off stays off, until the doctor wants it otherwise.
      await second.getByRole("button", { name: "Activer le micro" }).click();
      await second.getByRole("button", { name: "Couper le micro" }).waitFor();
      await doctorPage.getByText("dans une autre fenêtre").waitFor();
      await doctorPage.getByRole("button", { name: "Continuer ici" }).click();
      await bothSee();
      await second.getByText("dans une autre fenêtre").waitFor();
      await second.close();
    },
  );

  await t.step("the doctor calls nobody else meanwhile", async () => {
    const second = await doctorContext.newPage();
    await second.goto("/fr/workspace");
    await second.getByText(`Vous êtes en consultation avec ${patient.name}`)
      .waitFor();
    await second.getByRole("link", { name: "Revenir à l’appel" }).first()
      .waitFor();
    await second.close();
  });

  await t.step("before minute 8 nobody sees a clock", async () => {
    assertEquals(await doctorPage.locator(".call-time").count(), 0);
  });

  await t.step(
    "from minute 8 on the doctor sees the clock, after the slot's length that it is over; nothing is cut",
    async () => {
      await lasts(visit, "8 minutes 5 seconds");
      await doctorPage.reload();
      // In its own place: at eight in the morning the chat's messages read so as well.
      await doctorPage.locator(".call-time").getByText(/^08:\d\d$/).waitFor();
      await bothSee();
      assertEquals(await patientPage.locator(".call-time").count(), 0);
      await lasts(visit, "12 minutes");
      await doctorPage.reload();
      await doctorPage.getByText("durée dépassée").waitFor();
      await bothSee();
    },
  );

  await t.step(
    "the doctor's red cross ends it for both; the patient is told at once",
    async () => {
      await doctorPage.getByRole("button", { name: "Terminer la consultation" })
        .click();
      const pressed = performance.now();
      await patientPage.getByText("La consultation est terminée").waitFor();
      const milliseconds = performance.now() - pressed;
      // A second for a person; three for a machine that plays both sides.
      assert(milliseconds < 3_000, `${milliseconds} ms`);
      await doctorPage.getByText("La consultation est terminée").waitFor();
      // The red cross is gone, and with it the focus: it is not lost.
      await doctorPage.locator("main:focus").waitFor();
      await mayFallAsleep(patientPage);
      await noViolations(patientPage);
      await noViolations(doctorPage);
      await patientPage.reload();
      await patientPage.getByText("La consultation est terminée").waitFor();
    },
  );
  await close({ ...visit, patientPage, doctorPage });
});

Deno.test("windows of one person agree", async () => {
  await using browser = await newBrowser();
  const visit = await newVisit(browser);
  const { patientPage, doctorPage, patient, doctor } = visit;
  const otherRoom = await patientPage.context().newPage();
  const otherDay = await doctorPage.context().newPage();
  await otherRoom.goto(visit.room);
  await otherDay.goto("/fr/workspace");
  await wait(visit);
  await otherRoom.getByText("Laissez cette page ouverte").waitFor();
  await otherDay.getByRole("button", { name: `Appeler, ${patient.name}` })
    .first().waitFor();
  await call(visit);
  await otherDay.getByRole("link", { name: "Revenir à l’appel" }).first()
    .waitFor();

  // It rings in both; the one where it is answered has the call.
  await otherRoom.getByRole("button", { name: "Répondre" }).waitFor();
  await patientPage.getByRole("button", { name: "Répondre" }).click();
  await seesVideoOf(patientPage, doctor.name);
  await otherRoom.getByText("dans une autre fenêtre").waitFor();

  // The patient's red cross leaves, in every window; the way back is open until the doctor ends it.
  await patientPage.getByRole("button", { name: "Quitter l’appel" }).click();
  await otherRoom.getByText("Vous avez quitté l’appel").waitFor();
  await doctorPage.getByText(`${patient.name} a quitté l’appel`).waitFor();
  await noViolations(otherRoom);
  await otherRoom.getByRole("button", { name: "Revenir dans l’appel" }).click();
  await seesVideoOf(otherRoom, doctor.name);
  await looksAnew(doctorPage, patient.name);
  await seesVideoOf(doctorPage, patient.name);
  assertEquals(await doctorPage.getByText("a quitté l’appel").count(), 0);

  // The doctor's ends it for both, and can be undone for a while.
  await doctorPage.getByRole("button", { name: "Terminer la consultation" })
    .click();
  await otherRoom.getByText("La consultation est terminée").waitFor();
  await patientPage.getByText("La consultation est terminée").waitFor();
  await patientPage.reload();
  const ticks = otherRoom.getByRole("group", { name: /image et le son/ });
  await ticks.getByText("Moyens").click();
  await doctorPage.getByRole("button", { name: "Rouvrir la consultation" })
    .click();
  // Nobody is seen or heard again before they press; what was ticked stays.
  await otherRoom.getByRole("heading", { name: "a rouvert la consultation" })
    .waitFor();
  assertEquals(await otherRoom.getByLabel("Moyens").isChecked(), true);
  assertEquals(await otherRoom.locator("video").count(), 0);
  await noViolations(otherRoom);
  // A reload is no press either.
  await patientPage.reload();
  await patientPage.getByRole("heading", { name: "a rouvert la consultation" })
    .waitFor();
  assertEquals(await patientPage.locator("video").count(), 0);
  await otherRoom.getByRole("button", { name: "Revenir dans l’appel" }).click();
  await patientPage.getByText("dans une autre fenêtre").waitFor();
  await seesVideoOf(doctorPage, patient.name);
  await doctorPage.getByRole("button", { name: "Terminer la consultation" })
    .click();
  await otherRoom.getByText("La consultation est terminée").waitFor();
  assertEquals(await otherRoom.getByLabel("Moyens").isChecked(), true);
  await close(visit);
});

Deno.test("what is written survives", async (t) => {
  await using browser = await newBrowser();
  const visit = await newVisit(browser);
  const { patientPage, doctorPage } = visit;
  await wait(visit);
  await doctorPage.goto(visit.consultation);
  const line = patientPage.getByRole("textbox", { name: "Votre message" });
  const write = async (text: string) => {
    await line.fill(text);
    await line.press("Enter");
  };
  const posts = /\/api\/threads\/.*\/messages/;

  await t.step("a message that did not go out is sent again", async () => {
    await patientPage.route(
      posts,
      (route) =>
        route.request().method() === "POST" ? route.abort() : route.continue(),
    );
    await write("Première tentative");
    await patientPage.getByText("non envoyé").waitFor();
    await patientPage.unroute(posts);
    await patientPage.getByRole("button", { name: "Renvoyer" }).click();
    await doctorPage.getByText("Première tentative").waitFor();
    await patientPage.getByText("· lu").waitFor();
  });

  await t.step(
    "a page of a hotspot that answers in our place is not taken for ours: the message is kept, and sent again",
    async () => {
      await patientPage.route(
        posts,
        (route) =>
          route.request().method() === "POST"
            ? route.fulfill({
              contentType: "text/html",
              body: "<h1>Bienvenue sur notre Wi-Fi</h1>",
            })
            : route.continue(),
      );
      await write("Derrière un portail");
      await patientPage.getByText("non envoyé").waitFor();
      await patientPage.unroute(posts);
      await patientPage.getByRole("button", { name: "Renvoyer" }).click();
      await doctorPage.getByText("Derrière un portail").waitFor();
    },
  );

  await t.step(
    "a message whose answer was lost is sent twice and stands once",
    async () => {
      let lost = 0;
      await patientPage.route(posts, async (route) => {
        if (route.request().method() !== "POST" || lost === 2) {
          return await route.continue();
        }
        lost++;
        await route.fetch();
        await route.abort();
      });
      await write("Une seule fois");
      await doctorPage.getByText("Une seule fois").waitFor();
      await patientPage.getByText("· lu").nth(2).waitFor();
      // The doctor may have read it before our answer was lost.
      await patientPage.unrouteAll({ behavior: "wait" });
      assert(lost > 0);
      await patientPage.reload();
      await patientPage.getByText("Une seule fois").waitFor();
      assertEquals(await patientPage.getByText("Une seule fois").count(), 1);
      assertEquals(await doctorPage.getByText("Une seule fois").count(), 1);
      assertEquals(await patientPage.getByText("non envoyé").count(), 0);
    },
  );

  await t.step(
    "a reload loses neither the unsent nor the unfinished",
    async () => {
      await patientPage.route(
        posts,
        (route) =>
          route.request().method() === "POST"
            ? route.abort()
            : route.continue(),
      );
      await write("Avant le rechargement");
      await patientPage.getByText("non envoyé").waitFor();
      await line.fill("Pas encore fini");
      await patientPage.unroute(posts);
      await patientPage.reload();
      await doctorPage.getByText("Avant le rechargement").waitFor();
      assertEquals(await line.inputValue(), "Pas encore fini");
    },
  );

  await t.step(
    "markup is text, and a long word does not widen the page",
    async () => {
      const markup =
        `<img src=x onerror="document.title='owned'"> & <b>gras</b>`;
      await write(markup);
      await doctorPage.getByText(markup).waitFor();
      assertEquals(await doctorPage.title() === "owned", false);
      await write("x".repeat(3_900));
      await doctorPage.getByText("x".repeat(3_900)).waitFor();
      await doctorPage.setViewportSize({ width: 360, height: 740 });
      const wider = await doctorPage.evaluate(() =>
        document.documentElement.scrollWidth >
          document.documentElement.clientWidth
      );
      assertEquals(wider, false);
    },
  );
  await close(visit);
});

/** As if the consultation had begun so long ago. */
async function lasts(visit: Visit, ago: string): Promise<void> {
  await using sql = openSql();
  await sql`
    update public.appointments set started_at = now() - ${ago}::interval
    where id = ${visit.appointment}`;
}
