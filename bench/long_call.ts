import type { Page } from "playwright-core";
import { newBrowser } from "../tests/house.ts";
import { seesVideoOf } from "../tests/playing.ts";
import { close, newVisit, talk } from "../tests/visits.ts";
import { type Row, row } from "./row.ts";

/** How long the call is, and after how much of it the first look is taken: what is loaded late is there by then. */
const MINUTES = 20;
const SETTLED = 2;

/** What one page holds after its garbage was collected. */
interface Held {
  /** JavaScript's heap, in MB. */
  heap: number;
  /** Elements and texts of the document, also those that scripts alone hold. */
  nodes: number;
  listeners: number;
}

/** What two pages hold after minutes of a call in which both write once a minute, beside the call's beginning. */
export async function rows(): Promise<Row[]> {
  await using browser = await newBrowser();
  const visit = await newVisit(browser);
  const { patientPage, doctorPage, patient, doctor } = visit;
  await talk(visit);
  await seesVideoOf(patientPage, doctor.name);
  await doctorPage.getByRole("button", { name: "Ouvrir le chat" }).click();
  const pages = { patient: patientPage, doctor: doctorPage };
  for (const page of Object.values(pages)) await countLongTasks(page);
  const begun: Record<string, Held> = {};
  for (let minute = 1; minute <= MINUTES; minute++) {
    await new Promise((done) => setTimeout(done, 60_000));
    for (const [who, page] of Object.entries(pages)) {
      await write(page, `${who}, minute ${minute}`);
      if (minute === SETTLED) begun[who] = await held(page);
    }
  }
  await seesVideoOf(patientPage, doctor.name);
  await seesVideoOf(doctorPage, patient.name);
  const found: Row[] = [];
  for (const [who, page] of Object.entries(pages)) {
    const [before, after] = [begun[who], await held(page)];
    if (before === undefined) continue;
    const floor = `after ${SETTLED} minutes`;
    const of = `the ${who}'s page after ${MINUTES} minutes of a call`;
    found.push(
      row(`heap, ${of}`, "MB", after.heap, floor, before.heap),
      row(`nodes, ${of}`, "nodes", after.nodes, floor, before.nodes),
      row(`listeners, ${of}`, "", after.listeners, floor, before.listeners),
      row(
        `tasks over 50 ms, ${of}`,
        "tasks",
        await longTasks(page),
        "minutes",
        MINUTES,
      ),
    );
  }
  await close(visit);
  return found;
}

/** Writes in the open chat. Throws with what the page shows when there is none. */
async function write(page: Page, text: string): Promise<void> {
  const box = page.getByRole("textbox", { name: "Votre message" });
  try {
    await box.fill(text);
    await box.press("Enter");
  } catch (cause) {
    const shown = await page.locator("body").innerText();
    throw new Error(`No chat at “${text}”: ${shown}`, { cause });
  }
}

async function held(page: Page): Promise<Held> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("HeapProfiler.collectGarbage");
  const { usedSize } = await devtools.send("Runtime.getHeapUsage");
  const { nodes, jsEventListeners } = await devtools.send(
    "Memory.getDOMCounters",
  );
  await devtools.detach();
  return { heap: usedSize / 1e6, nodes, listeners: jsEventListeners };
}

/** Counts what keeps the page busy for more than 50 ms, from now on. */
async function countLongTasks(page: Page): Promise<void> {
  await page.evaluate(() => {
    let count = 0;
    new PerformanceObserver((list) => {
      count += list.getEntries().length;
      document.documentElement.dataset.longTasks = String(count);
    }).observe({ entryTypes: ["longtask"] });
  });
}

async function longTasks(page: Page): Promise<number> {
  const count = await page.evaluate(() =>
    document.documentElement.dataset.longTasks
  );
  return Number(count ?? 0);
}
