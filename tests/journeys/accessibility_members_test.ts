import { newBrowser } from "../house.ts";
import { newDoctor, newPatient, startSession } from "../people.ts";
import { consultationTour } from "../tour/consultation.ts";
import { patientTour } from "../tour/patient.ts";
import { openInspected } from "./accessibility_steps.ts";

for (const language of ["fr", "de"] as const) {
  Deno.test(`what patients and doctors see is for everybody (${language})`, async (t) => {
    await using browser = await newBrowser();
    const [patient, doctor] = [await newPatient(), await newDoctor()];
    const [atHome, atWork] = [
      await openInspected(browser),
      await openInspected(browser),
    ];
    await startSession(atHome.page.context(), patient);
    await startSession(atWork.page.context(), doctor);
    const cast = {
      patient,
      patientPage: atHome.page,
      doctor,
      doctorPage: atWork.page,
    };
    for (const tour of [patientTour, consultationTour]) {
      for await (const stop of tour(cast, language)) {
        const seen = stop.page === atWork.page ? atWork : atHome;
        await seen.inspect(t, stop, language, "signed in");
      }
    }
    atHome.assertQuiet();
    atWork.assertQuiet();
  });
}
