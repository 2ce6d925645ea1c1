/**
 * Format, lint, types and every test: `deno task test`.
 * With arguments (`deno task test tests/journeys`) only those files, against a house of their own; with `--app`
 * everything but the tests of `local/`.
 */
import { startHouse } from "../local/house.ts";
import { needChromium } from "./chromium.ts";
import { needFirefox } from "./firefox.ts";
import { describeHouse } from "./house.ts";
import { needPdfTools } from "./pdf_tools.ts";
import { type Counts, runTests, step } from "./runner.ts";
import { offerWebKit } from "./webkit.ts";

/** What a test finds must not depend on what the network reaches. */
const JITSI_LIBRARY = Deno.env.get("JITSI_LIBRARY") ?? "2021";

const appOnly = Deno.args.includes("--app");
const files = Deno.args.filter((arg) => arg !== "--app");
const results: Counts[] = [];

if (files.length === 0) {
  results.push(await step("format", "fmt", "--check", "--quiet"));
  results.push(await step("lint", "lint", "--quiet"));
  results.push(await step("types", "check", "--quiet", "."));
}
await needChromium();
await needFirefox();
await needPdfTools();
await offerWebKit();
{
  await using house = await startHouse({
    ports: "free",
    data: "temp",
    // Each test comes from an address of its own, so that rate limits hold for it alone.
    appEnv: { TRUST_PROXY: "true", JITSI_LIBRARY },
    say: (line) => console.log(line),
  });
  const env = { ECONSULT_HOUSE: JSON.stringify(describeHouse(house)) };
  if (files.length > 0) {
    results.push(await runTests(files, env));
  } else {
    // The types of every file have just been checked; each run would check its files again.
    const checked = ["--no-check"];
    const apart = ["jobs", "routes", "tests", ...(appOnly ? ["local"] : [])];
    const ignored = [...apart, "_fresh", "node_modules", ".local"].join(",");
    const all = (args: string[]) => runTests([...checked, ...args], env);
    results.push(await all(["--parallel", `--ignore=${ignored}`]));
    // These set the app's environment, which is one for the whole process.
    results.push(await all(["jobs", "routes"]));
    // This one takes the carriers away from everybody.
    const outage = "tests/journeys/outage_test.ts";
    results.push(await all(["--parallel", `--ignore=${outage}`, "tests"]));
    results.push(await all([outage]));
  }
}

const passed = results.reduce((sum, one) => sum + one.passed, 0);
const failed = results.reduce((sum, one) => sum + one.failed, 0);
console.log(`\n${passed} passed, ${failed} failed`);
Deno.exit(failed === 0 ? 0 : 1);
