import { withConfig } from "../local/deno.ts";

/** How many checks were good and how many not. */
export interface Counts {
  passed: number;
  failed: number;
}

/** Runs one of Deno's own checks as one test. */
export async function step(
  name: string,
  ...args: string[]
): Promise<Counts> {
  const began = performance.now();
  const { success } = await deno(args);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`${name} ... ${success ? "ok" : "FAILED"} (${seconds} s)`);
  return success ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** Runs `deno test` over files or folders, shows what it prints, and counts. */
export async function runTests(
  args: string[],
  env: Record<string, string>,
): Promise<Counts> {
  const report = await Deno.makeTempFile({ suffix: ".xml" });
  try {
    const { success } = await deno(
      ["test", "-A", `--junit-path=${report}`, ...args],
      env,
    );
    const counts = count(await Deno.readTextFile(report));
    // Leaks, a crash or a file that does not compile fail a run without a failed test.
    if (!success && counts.failed === 0) counts.failed = 1;
    return counts;
  } finally {
    await Deno.remove(report);
  }
}

async function deno(
  args: string[],
  env: Record<string, string> = {},
): Promise<Deno.CommandStatus> {
  const child = new Deno.Command(Deno.execPath(), {
    args: withConfig(args),
    env: { ...env, NO_COLOR: "1" },
    stdin: "null",
  }).spawn();
  return await child.status;
}

/** The numbers in the head of a JUnit report. */
function count(report: string): Counts {
  const head = /<testsuites[^>]*>/.exec(report)?.[0] ?? "";
  const number = (name: string) =>
    Number(new RegExp(` ${name}="(\\d+)"`).exec(head)?.[1] ?? 0);
  const failed = number("failures") + number("errors");
  return { passed: number("tests") - failed, failed };
}
