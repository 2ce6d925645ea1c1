import { assert, assertEquals } from "@std/assert";

/** A program with a cron, as the app is, whose work ends `ms` after it is told to stop. */
function program(ms: number) {
  const code = `
    import { endOnSigterm } from ${
    JSON.stringify(import.meta.resolve("./shutdown.ts"))
  };
    Deno.cron("never", "0 0 1 1 *", () => {});
    let stopped = () => {};
    const idle = new Promise((done) => stopped = () => setTimeout(() => { console.log("ended"); done(); }, ${ms}));
    endOnSigterm(() => stopped(), () => idle);
    console.log("ready");
  `;
  return new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "-A",
      "--no-lock",
      "--unstable-cron",
      `data:application/typescript,${encodeURIComponent(code)}`,
    ],
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
}

async function endOf(
  child: Deno.ChildProcess,
): Promise<{ code: number; said: string; ms: number }> {
  let said = "";
  let told = 0;
  for await (const text of child.stdout.pipeThrough(new TextDecoderStream())) {
    said += text;
    if (told === 0 && said.includes("ready")) {
      told = performance.now();
      child.kill("SIGTERM");
    }
  }
  const { code } = await child.status;
  return { code, said, ms: performance.now() - told };
}

Deno.test("at SIGTERM the app ends although a cron is registered, after what runs", async () => {
  const { code, said } = await endOf(program(100));
  assertEquals([code, said], [0, "ready\nended\n"]);
});

Deno.test("at SIGTERM the app waits five seconds and no longer", async () => {
  const { code, said, ms } = await endOf(program(60_000));
  assertEquals([code, said], [0, "ready\n"]);
  assert(ms > 4_500 && ms < 15_000, `${ms} ms`);
});
