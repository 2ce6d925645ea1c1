/**
 * Format, lint, types and every test: `deno task test`.
 * With arguments (`deno task test tests/journeys`) only those files, against a house of their own.
 */
import { startHouse } from "../local/house.ts";
import { needChromium } from "./chromium.ts";
import { describeHouse } from "./house.ts";
import { type Counts, runTests, step } from "./runner.ts";

const files = Deno.args;
const results: Counts[] = [];

if (files.length === 0) {
  results.push(await step("format", "fmt", "--check", "--quiet"));
  results.push(await step("lint", "lint", "--quiet"));
  results.push(await step("types", "check", "--quiet", "."));
}
await needChromium();
{
  await using house = await startHouse({
    ports: "free",
    data: "temp",
    // Each test comes from an address of its own, so that rate limits hold for it alone.
    appEnv: { TRUST_PROXY: "true" },
    say: (line) => console.log(line),
  });
  const env = { ECONSULT_HOUSE: JSON.stringify(describeHouse(house)) };
  if (files.length > 0) {
    results.push(await runTests(files, env));
  } else {
    const apart = ["jobs", "routes", "tests"];
    const ignored = [...apart, "_fresh", "node_modules", ".local"].join(",");
    results.push(await runTests(["--parallel", `--ignore=${ignored}`], env));
    // These set the app's environment, which is one for the whole process.
    results.push(await runTests(["jobs", "routes"], env));
    // This one takes the carriers away from everybody.
    const outage = "tests/journeys/outage_test.ts";
    results.push(
      await runTests(["--parallel", `--ignore=${outage}`, "tests"], env),
    );
    results.push(await runTests([outage], env));
  }
}

const passed = results.reduce((sum, one) => sum + one.passed, 0);
const failed = results.reduce((sum, one) => sum + one.failed, 0);
console.log(`\n${passed} passed, ${failed} failed`);
Deno.exit(failed === 0 ? 0 : 1);
