import { assertEquals } from "@std/assert";
import { describeFailure, failureOf, isForGood } from "./failure_codes.ts";

Deno.test("each code says whether the message would fail again", () => {
  const forGood = (provider: "twilio" | "mailgun", codes: number[]) =>
    codes.filter((code) => {
      const failure = failureOf(provider, code);
      return failure !== undefined && isForGood(failure);
    });
  assertEquals(
    forGood("twilio", [21610, 21408, 21614, 21211, 30004, 30005, 30006, 30007]),
    [21610, 21408, 21614, 21211, 30004, 30005, 30006, 30007],
  );
  assertEquals(
    forGood("twilio", [20003, 20429, 21611, 30001, 30003, 30008]),
    [],
  );
  assertEquals(forGood("mailgun", [550, 605, 607, 421, 452]), [550, 605, 607]);
});

Deno.test("an administrator reads the code and what it means", () => {
  assertEquals(
    describeFailure("twilio", 400, 21614),
    "twilio 400 21614 (not a mobile number)",
  );
  assertEquals(describeFailure("twilio", 500, null), "twilio 500");
  assertEquals(
    describeFailure("mailgun", 550, "bounce"),
    "mailgun 550 bounce (the mailbox does not exist)",
  );
});
