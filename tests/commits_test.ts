import { assertEquals } from "@std/assert";
import { fileURLToPath } from "node:url";

/** The last commit before this rule. */
const MARK = "c16d52af048c57866e0cf08586454539353beb2d";

/** Landed on the day of the rule, a few characters too long; others must not join them. */
const before = new Set([
  "69b240efcb1200147075c68c7af7b4a3ae9d90a3",
  "f46803c4ae71c8f0a8041338639700e53e337953",
  "5cbac43ffc4c4423d5e32810c8298ce3c432f211",
  "feea819da93eedc8a51771a8ec9f9c0b4814c50d",
  "c1576ea27672b9f7a9ec968f4c4a463fe0a1ad6a",
  "04477bfd7118736a171c847db68007333eed837e",
  "d1bacf26259215c70984d621e5990642432b6b3c",
]);

/** What is wrong with the subject of a commit; undefined when it reads well. */
function faultOf(subject: string): string | undefined {
  if ([...subject].length > 72) return "longer than 72 characters";
  if (/^\w+(\([^)]*\))?!?:/.test(subject)) return "a prefix";
  if (!/^\p{Lu}/u.test(subject)) return "no capital";
  if (subject.endsWith(".")) return "a full stop";
  const [first = ""] = subject.split(" ");
  const noImperative = /(?:ed|ing|[^s]s)$/.test(first) &&
    !/^(?:Embed|Feed|Need|Seed|Speed|Shed|Bring|Ping)$/.test(first);
  return noImperative ? `"${first}" is no imperative` : undefined;
}

Deno.test("the subject of every commit is a short imperative", async () => {
  const { success, stdout } = await new Deno.Command("git", {
    args: ["log", "--no-merges", "--format=%H %s", `${MARK}..HEAD`],
    cwd: fileURLToPath(new URL("../", import.meta.url)),
    stderr: "inherit",
  }).output();
  assertEquals(success, true, "it needs a clone with its whole history");
  const commits = new TextDecoder().decode(stdout).split("\n").filter(Boolean);
  const wrong = commits.flatMap((line) => {
    const [hash = ""] = line.split(" ");
    const fault = faultOf(line.slice(hash.length + 1));
    return fault === undefined || before.has(hash) ? [] : [`${line}: ${fault}`];
  });
  assertEquals(wrong, []);
});

Deno.test("the check of subjects knows a good one from a bad one", () => {
  for (
    const subject of [
      "Delete unfinished auth users after 7 days",
      "Pass the language on",
      "Process the outbox in lanes",
    ]
  ) assertEquals(faultOf(subject), undefined, subject);
  for (
    const subject of [
      "fix(sign-up): sweep what broke off",
      "docs: write",
      "Deleted users",
      "Deletes users",
      "Deleting users",
      "delete users",
      "Delete users.",
      `Delete ${"very ".repeat(14)}old users`,
    ]
  ) assertEquals(typeof faultOf(subject), "string", subject);
});
