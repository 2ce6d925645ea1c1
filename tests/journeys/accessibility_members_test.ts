import { newBrowser } from "../house.ts";
import { newDoctor, newPatient, startSession } from "../people.ts";
import { consultationTour } from "../tour/consultation.ts";
import { papersTour } from "../tour/papers.ts";
import { patientTour } from "../tour/patient.ts";
import { practiceTour } from "../tour/practice.ts";
import { openInspected } from "./accessibility_steps.ts";

/** Some slots are folded; a calendar of day and night takes axe five times as long. */
const hours = ["08:00", "11:00"] as const;

for (const language of ["fr", "de"] as const) {
  Deno.test(`what patients and doctors see is for everybody (${language})`, async (t) => {
    await using browser = await newBrowser();
    const [patient, doctor] = [await newPatient(), await newDoctor({ hours })];
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
    const tours = [papersTour, practiceTour, patientTour, consultationTour];
    for (const tour of tours) {
      for await (const stop of tour(cast, language)) {
        const seen = stop.page === atWork.page ? atWork : atHome;
        await seen.inspect(t, stop, language, "signed in");
      }
    }
    atHome.assertQuiet();
    atWork.assertQuiet();
  });
}
