import { newBrowser } from "../house.ts";
import { newDoctor } from "../people.ts";
import { visitorTour } from "../tour/visitor.ts";
import { openInspected } from "./accessibility_steps.ts";

for (const language of ["fr", "de"] as const) {
  Deno.test(`what everybody sees is for everybody (${language})`, async (t) => {
    await using browser = await newBrowser();
    const doctor = await newDoctor({ hours: ["08:00", "11:00"] });
    const visitor = await openInspected(browser);
    const tour = visitorTour(visitor.page, language, doctor.slug);
    for await (const stop of tour) await visitor.inspect(t, stop, language);
    visitor.assertQuiet();
  });
}
