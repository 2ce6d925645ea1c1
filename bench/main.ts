/**
 * `deno task bench`: each hot path beside its floor, in one run of less than three minutes, against a house of its
 * own. Prints a table and writes `bench/results.json`.
 */
import { loadavg } from "node:os";
import { startHouse } from "../local/house.ts";
import { needChromium } from "../tests/chromium.ts";
import { moveInto } from "../tests/house.ts";
import { rows as appRows } from "./app.ts";
import { rows as freshRows } from "./fresh.ts";
import { rows as realtimeRows } from "./realtime.ts";
import { rows as restRows } from "./rest.ts";
import type { Row } from "./row.ts";

const began = Temporal.Now.instant();
const loadBefore = load();
await needChromium();
const rows: Row[] = [];
{
  await using house = await startHouse({
    ports: "free",
    data: "temp",
    appEnv: { TRUST_PROXY: "true" },
    say: console.log,
  });
  // The people and browsers of the tests find the house where the tests do.
  using _moved = moveInto(house);
  rows.push(...await measure("app", appRows));
}
rows.push(...await measure("fresh", freshRows));
rows.push(...await measure("rest", restRows));
rows.push(...await measure("realtime", realtimeRows));

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
  rows: rows.map(({ value, floorValue, ratio, ...rest }) => ({
    ...rest,
    value: rounded(value),
    floorValue: rounded(floorValue),
    ratio: Number.isFinite(ratio) ? rounded(ratio) : null,
  })),
};
await Deno.writeTextFile(
  new URL("results.json", import.meta.url),
  JSON.stringify(results, null, 2) + "\n",
);
console.log(`${seconds} s; written to bench/results.json`);

async function measure(
  part: string,
  work: () => Promise<Row[]>,
): Promise<Row[]> {
  console.log(`measuring ${part}…`);
  return await work();
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
