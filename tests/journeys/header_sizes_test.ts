import { resize } from "../geometry.ts";
import { newBrowser } from "../house.ts";
import { newPatient } from "../people.ts";
import { signedIn } from "../visits.ts";

Deno.test("the header stands in one row in every language", async () => {
  await using browser = await newBrowser();
  const patient = await newPatient();
  for (const language of ["fr", "de", "en", "lb", "pt"]) {
    const { context, page } = await signedIn(
      browser,
      patient,
      `/${language}/appointments`,
    );
    const header = page.getByRole("banner");
    for (const width of [320, 360, 600, 667, 740, 768, 1024, 1180, 1280]) {
      await resize(page, [width, 700]);
      const height = (await header.boundingBox())?.height ?? Infinity;
      if (height > 70) {
        throw new Error(`${language}, ${width}: the header is ${height} px`);
      }
    }
    await context.close();
  }
});
