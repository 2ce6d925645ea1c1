/**
 * `deno task screenshots`: every page in its states, at three widths, light and dark, in French and German, into
 * docs/screenshots/ as `<page>-<language>-<width>-<scheme>.webp`. That folder is not in the repository; the eight
 * pictures of the README are, in docs/images/, and are replaced by this. With `--images` only those are taken. The
 * people are those of the seed.
 */
import { decodeBase64 } from "@std/encoding";
import type { Browser, Page } from "playwright-core";
import { startHouse } from "../local/house.ts";
import { needChromium } from "../tests/chromium.ts";
import { house, moveInto, newBrowser, newVisitor } from "../tests/house.ts";
import { openSql, startSession, type TestPerson } from "../tests/people.ts";
import { consultationTour } from "../tests/tour/consultation.ts";
import { papersTour } from "../tests/tour/papers.ts";
import { patientTour } from "../tests/tour/patient.ts";
import { practiceTour } from "../tests/tour/practice.ts";
import type { Cast, Stop } from "../tests/tour/stop.ts";
import { visitorTour } from "../tests/tour/visitor.ts";

const folder = new URL("screenshots/", import.meta.url);
const images = new URL("images/", import.meta.url);
const languages = ["fr", "de"] as const;
const sizes = [
  { width: 360, height: 740 },
  { width: 768, height: 1024 },
  { width: 1440, height: 900 },
];
const schemes = ["light", "dark"] as const;

/** Dr Reuter is on call at any hour, so that his calendar and his day are never empty. */
const PATIENT = "marie.schneider@mail.example";
const DOCTOR = "paul.reuter@garde.example";

await needChromium();
await Deno.mkdir(folder, { recursive: true });
/** The pictures of the README. */
const kept = new Set<string>();
for await (const { name } of Deno.readDir(images)) kept.add(name);
const keptOnly = Deno.args.includes("--images");
let count = 0;
await using own = Deno.env.has("ECONSULT_HOUSE") ? null : await startHouse({
  ports: "free",
  data: "temp",
  appEnv: { TRUST_PROXY: "true" },
  say: console.log,
});
if (own) moveInto(own);
{
  await using browser = await newBrowser();
  const visitor = await open(browser);
  const cast: Cast = {
    patient: await person(PATIENT),
    patientPage: await open(browser),
    doctor: await person(DOCTOR),
    doctorPage: await open(browser),
  };
  await startSession(cast.patientPage.context(), cast.patient);
  await startSession(cast.doctorPage.context(), cast.doctor);
  for (const [index, language] of languages.entries()) {
    await clearDay(30 + index);
    await photograph(visitorTour(visitor, language, "claire-weber"), language);
    await photograph(papersTour(cast, language), language);
    await photograph(practiceTour(cast, language), language);
    await photograph(patientTour(cast, language), language);
    await photograph(consultationTour(cast, language), language);
  }
  await visitor.goto(house().carriersUrl);
  await shoot({ name: "inbox", page: visitor }, "en");
}
for (const name of kept) {
  await Deno.copyFile(new URL(name, folder), new URL(name, images));
}
console.log(`${count} pictures in docs/screenshots/`);

async function photograph(tour: AsyncGenerator<Stop>, language: string) {
  for await (const stop of tour) await shoot(stop, language);
}

/** One page in all sizes and schemes. */
async function shoot({ name, page }: Stop, language: string): Promise<void> {
  for (const size of sizes) {
    for (const colorScheme of schemes) {
      const file = `${name}-${language}-${size.width}-${colorScheme}.webp`;
      if (keptOnly && !kept.has(file)) continue;
      await page.setViewportSize(size);
      await page.emulateMedia({ colorScheme });
      await Deno.writeFile(new URL(file, folder), await picture(page));
      count++;
    }
  }
  console.log(`${language} ${name}`);
}

/** The whole page as WebP, half as large as what Playwright offers. */
async function picture(page: Page): Promise<Uint8Array> {
  const { width, height } = await page.evaluate(async () => {
    // What comes into sight only by scrolling is in the picture, too.
    for (const image of document.images) image.loading = "eager";
    await Promise.all(
      [...document.images].map((image) => image.decode().catch(() => {})),
    );
    // Colours are on their way from one scheme to the other; what pulses has no end.
    for (const animation of document.getAnimations()) {
      if (animation.effect?.getComputedTiming().endTime !== Infinity) {
        animation.finish();
      }
    }
    return {
      width: innerWidth,
      height: Math.max(innerHeight, document.documentElement.scrollHeight),
    };
  });
  const session = await page.context().newCDPSession(page);
  try {
    const { data } = await session.send("Page.captureScreenshot", {
      format: "webp",
      quality: 50,
      captureBeyondViewport: true,
      clip: { x: 0, y: 0, width, height, scale: 1 },
    });
    return decodeBase64(data);
  } finally {
    await session.detach();
  }
}

async function open(browser: Browser): Promise<Page> {
  const context = await newVisitor(browser, {
    viewport: { width: 1440, height: 900 },
    reducedMotion: "reduce",
  });
  return await context.newPage();
}

/** Somebody of the seed. */
async function person(email: string): Promise<TestPerson> {
  const file = new URL("../supabase/seed.accounts.json", import.meta.url);
  const people: TestPerson[] = JSON.parse(await Deno.readTextFile(file));
  const known = people.find((one) => one.email === email);
  await using sql = openSql();
  const [row] = await sql`
    select users.id, coalesce(doctors.slug, '') as slug, coalesce(patient_id, users.id) as patient_id
    from auth.users
    left join public.doctors on doctors.id = users.id
    left join public.guardianships on account_id = users.id and relation = 'self'
    where email = ${email}`;
  if (!known || !row) throw new Error(`${email} is not in the seed`);
  return { ...known, id: row.id, patientId: row.patient_id, slug: row.slug };
}

/** Nothing else of the two at the hours of the tour: what there is was so many days ago. */
async function clearDay(daysAgo: number): Promise<void> {
  await using sql = openSql();
  await sql`
    with near as (
      select id from public.appointments
      where during && tstzrange(now() - interval '6 hours', now() + interval '2 hours')
        and (patient_id in (
            select patient_id from public.guardianships
            where account_id = (select id from auth.users where email = ${PATIENT})
          )
          or doctor_id = (select id from auth.users where email = ${DOCTOR}))
    ),
    unsaid as (delete from public.messages where appointment_id in (select id from near))
    update public.appointments
    set during = tstzrange(lower(during) - ago, upper(during) - ago)
    from make_interval(days => ${daysAgo}::int) as ago
    where id in (select id from near)`;
}
