/**
 * `deno task bench`: each hot path beside its floor, in one run of about eight minutes, against houses of its own. Prints
 * a table and writes `bench/results.json`. With arguments (`deno task bench directory`) only those parts; what is known
 * of the others stays. `long_call` takes twenty minutes, and is measured only when it is named.
 */
import { loadavg } from "node:os";
import { startHouse } from "../local/house.ts";
import { needChromium } from "../tests/chromium.ts";
import { moveInto } from "../tests/house.ts";
import { rows as appRows } from "./app.ts";
import { rows as callRows } from "./call.ts";
import { rows as consultationRows } from "./consultations.ts";
import { rows as directoryRows } from "./directory.ts";
import { rows as documentRows } from "./documents.ts";
import { rows as longCallRows } from "./long_call.ts";
import { rows as outboxRows } from "./outbox.ts";
import { rows as racesRows } from "./races.ts";
import { rows as freshRows } from "./fresh.ts";
import { rows as realtimeRows } from "./realtime.ts";
import { rows as restRows } from "./rest.ts";
import type { Row } from "./row.ts";

/** A part of what is measured. */
interface Part {
  rows: () => Promise<Row[]>;
  /** It needs a house of its own. */
  inHouse: boolean;
  /** It takes so long that it is measured only when it is named. */
  named?: true;
}

const parts: Record<string, Part> = {
  app: { rows: appRows, inHouse: true },
  call: { rows: callRows, inHouse: true },
  consultations: { rows: consultationRows, inHouse: true },
  directory: { rows: directoryRows, inHouse: true },
  documents: { rows: documentRows, inHouse: true },
  races: { rows: racesRows, inHouse: true },
  long_call: { rows: longCallRows, inHouse: true, named: true },
  outbox: { rows: outboxRows, inHouse: false },
  fresh: { rows: freshRows, inHouse: false },
  rest: { rows: restRows, inHouse: false },
  realtime: { rows: realtimeRows, inHouse: false },
};

const resultsFile = new URL("results.json", import.meta.url);
const began = Temporal.Now.instant();
const loadBefore = load();
await needChromium();
const rows: (Row & { part: string })[] = [];
const wanted = Deno.args.length > 0
  ? Deno.args
  : Object.keys(parts).filter((name) => !parts[name]?.named);
for (const name of wanted) {
  const part = parts[name];
  if (part === undefined) {
    throw new Error(`Not a part: ${name} (${Object.keys(parts).join(", ")})`);
  }
  console.log(`measuring ${name}…`);
  const measured = await (part.inHouse ? inHouse(part.rows) : part.rows());
  rows.push(...measured.map((row) => ({ part: name, ...row })));
}

console.table(
  rows.map(({ name, unit, value, floor, floorValue, ratio }) => ({
    name,
    unit,
    value: rounded(value),
    floor,
    "floor's": rounded(floorValue),
    ratio: Number.isFinite(ratio) ? rounded(ratio) : "-",
  })),
);
const seconds = Math.round(
  began.until(Temporal.Now.instant()).total("seconds"),
);
const results = {
  at: began.round("second").toString(),
  seconds,
  machine: {
    system: `${Deno.build.os} ${Deno.build.arch}`,
    cores: navigator.hardwareConcurrency,
    deno: Deno.version.deno,
    // More processes that want to run than there are cores: the times are worse than the machine can do.
    load_before: loadBefore,
    load_after: load(),
  },
  rows: [
    ...await otherRows(),
    ...rows.map(({ value, floorValue, ratio, ...rest }) => ({
      ...rest,
      value: rounded(value),
      floorValue: rounded(floorValue),
      ratio: Number.isFinite(ratio) ? rounded(ratio) : null,
    })),
  ],
};
await Deno.writeTextFile(
  resultsFile,
  JSON.stringify(results, null, 2) + "\n",
);
console.log(`${seconds} s; written to bench/results.json`);

async function inHouse(work: () => Promise<Row[]>): Promise<Row[]> {
  await using house = await startHouse({
    ports: "free",
    data: "temp",
    // Figures of one library are not beside those of another.
    appEnv: { TRUST_PROXY: "true", JITSI_LIBRARY: "2021" },
    say: console.log,
  });
  // The people and browsers of the tests find the house where the tests do.
  using _moved = moveInto(house);
  return await work();
}

/** What an earlier run says of the parts that this one leaves out. */
async function otherRows(): Promise<{ part?: string }[]> {
  const { rows }: { rows: { part?: string }[] } = JSON.parse(
    await Deno.readTextFile(resultsFile),
  );
  return rows.filter(({ part = "" }) =>
    part in parts && !wanted.includes(part)
  );
}

/** Processes that wanted to run in the last minute, on average. */
function load(): number {
  return rounded(loadavg()[0] ?? NaN);
}

function rounded(value: number): number {
  return Number(
    value.toPrecision(
      3 + Math.max(0, Math.floor(Math.log10(Math.abs(value) || 1)) - 2),
    ),
  );
}
