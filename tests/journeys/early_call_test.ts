import { assertEquals } from "@std/assert";
import type { Page, WebSocket } from "playwright-core";
import { newBrowser } from "../house.ts";
import { seesVideoOf } from "../playing.ts";
import { answer, call, close, newVisit, wait } from "../visits.ts";

/** The page's connections to Jitsi from now on, each with whether it asked to enter a room. */
function jitsiSockets(page: Page): { socket: WebSocket; entered: boolean }[] {
  const sockets: { socket: WebSocket; entered: boolean }[] = [];
  page.on("websocket", (socket) => {
    if (!socket.url().includes("/xmpp-websocket")) return;
    const one = { socket, entered: false };
    sockets.push(one);
    socket.on("framesent", ({ payload }) => {
      one.entered ||= String(payload).startsWith("<presence to=");
    });
  });
  return sockets;
}

Deno.test("while it rings the way to the call is made ready, and entered only by whoever answers", async (t) => {
  await using browser = await newBrowser();
  const visit = await newVisit(browser);
  const { patientPage, doctorPage, doctor, patient, appointment } = visit;
  const ticket = async (page: Page) => {
    const path = `/api/appointments/${appointment}/call-token`;
    return (await page.request.get(path)).status();
  };
  const sockets = jitsiSockets(patientPage);
  const opened = () =>
    patientPage.waitForEvent("websocket", {
      predicate: (socket) => socket.url().includes("/xmpp-websocket"),
    });

  await t.step("nobody has a ticket before the doctor calls", async () => {
    await wait(visit);
    assertEquals(await ticket(patientPage), 409);
    assertEquals(await ticket(doctorPage), 409);
    assertEquals(sockets, []);
  });

  await t.step(
    "a call that the patient cannot take leaves no connection behind",
    async () => {
      const opening = opened();
      await call(visit);
      const socket = await opening;
      assertEquals(await ticket(patientPage), 200);
      await patientPage.getByRole("button", { name: "Pas maintenant" }).click();
      if (!socket.isClosed()) await socket.waitForEvent("close");
      assertEquals(sockets.map(({ entered }) => entered), [false]);
    },
  );

  await t.step(
    "the one who answers enters by the connection that is there",
    async () => {
      await doctorPage.getByText("ne peut pas répondre maintenant").waitFor();
      await doctorPage.getByRole("button", { name: "Arrêter l’appel" })
        .click();
      // That the patient could not answer is not lost with it.
      await doctorPage.getByRole("heading", {
        name: "ne peut pas répondre maintenant",
      }).waitFor();
      const again = doctorPage.getByRole("button", { name: "Appeler encore" });
      await again.waitFor();
      const opening = opened();
      await again.click();
      await opening;
      await answer(visit);
      await seesVideoOf(patientPage, doctor.name);
      await seesVideoOf(doctorPage, patient.name);
      assertEquals(sockets.map(({ entered }) => entered), [false, true]);
    },
  );

  await t.step("after the end nobody has a ticket", async () => {
    await doctorPage.getByRole("button", { name: "Terminer la consultation" })
      .click();
    await patientPage.getByText("La consultation est terminée").waitFor();
    assertEquals(await ticket(patientPage), 409);
    assertEquals(await ticket(doctorPage), 409);
  });

  await close(visit);
});
