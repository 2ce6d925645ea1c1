import { assertEquals } from "@std/assert";
import { getLogger, resetSync } from "@logtape/logtape";
import { startLog } from "./log.ts";

Deno.test("a line of the log holds facts, and nobody's data, whoever writes it", () => {
  const lines: string[] = [];
  const { info, error } = console;
  console.info = console.error = (line: string) => lines.push(line.trim());
  try {
    startLog();
    startLog(); // a second start changes nothing
    getLogger(["econsult", "test"]).info("sent to {phone} in {milliseconds}", {
      phone: "+352621123456",
      milliseconds: 12,
      email: "marie@mail.example",
      accessToken: "secret",
      person: { name: "Marie" },
    });
    getLogger(["econsult", "test"]).error("failed: {error}", {
      error: new RangeError("bad value marie@mail.example"),
    });
  } finally {
    Object.assign(console, { info, error });
    resetSync();
  }
  assertEquals(lines.length, 2);
  const [sent = {}, failed = {}] = lines.map((line) => JSON.parse(line));
  assertEquals(sent.logger, "econsult.test");
  assertEquals(sent.message, "sent to {phone} in {milliseconds}");
  assertEquals(sent.properties, { milliseconds: 12, person: "[object]" });
  assertEquals(/621123456|marie/i.test(lines.join()), false);
  assertEquals(
    /^RangeError \| at .*log_test\.ts/.test(failed.properties.error),
    true,
  );
});
