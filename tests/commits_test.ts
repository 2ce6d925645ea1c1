import { assertEquals } from "@std/assert";
import { fileURLToPath } from "node:url";

/** The last commit before this rule. */
const MARK = "c16d52af048c57866e0cf08586454539353beb2d";

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
    return fault === undefined ? [] : [`${line}: ${fault}`];
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
