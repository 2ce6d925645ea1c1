import { assertEquals } from "@std/assert";
import { CallWatch } from "./call_watch.ts";

/** A watch whose time a test moves in whole seconds; media of `kilobits` arrive in each. */
function setting(side: "doctor" | "patient" = "doctor") {
  const watch = new CallWatch(side);
  let now = 1_000_000;
  watch.renew(now);
  return {
    watch,
    pass(
      seconds: number,
      { kilobits = 0, answered = true, missed = false } = {},
    ) {
      let verdict = watch.verdict(true, now, missed);
      for (let second = 0; second < seconds; second++) {
        now += 1_000;
        watch.download(kilobits, now);
        if (verdict !== "fine") watch.probed(answered, now);
        verdict = watch.verdict(true, now, missed);
      }
      return verdict;
    },
    now: () => now,
    verdict: (expected: boolean) => watch.verdict(expected, now),
  };
}

Deno.test("media that stop are interrupted with the first second in which nothing arrives", () => {
  const { pass } = setting();
  assertEquals(pass(5, { kilobits: 200 }), "fine");
  assertEquals(pass(1), "interrupted");
  assertEquals(pass(1, { kilobits: 200 }), "fine");
});

Deno.test("without any measurement they are interrupted within three seconds", () => {
  const { watch } = setting();
  watch.download(200, 1_001_000);
  assertEquals(watch.verdict(true, 1_003_000), "fine");
  assertEquals(watch.verdict(true, 1_004_000), "interrupted");
});

Deno.test("whoever was off the network joins anew a second after it answers", () => {
  const { pass, watch } = setting();
  pass(5, { kilobits: 200 });
  assertEquals(pass(20, { answered: false }), "interrupted");
  assertEquals(watch.away, true);
  assertEquals(pass(1), "interrupted");
  assertEquals(watch.away, false);
  assertEquals(pass(1), "rejoin");
});

Deno.test("media that come back by themselves after a short gap need nothing", () => {
  const { pass, watch } = setting();
  pass(5, { kilobits: 200 });
  pass(5, { answered: false });
  assertEquals(pass(1, { kilobits: 200 }), "fine");
  assertEquals(watch.interruptedSince, null);
  assertEquals(watch.away, false);
});

Deno.test("whoever was not away leaves joining anew to the other side, and does it only after long", () => {
  const { pass } = setting();
  pass(5, { kilobits: 200 });
  assertEquals(pass(24), "interrupted");
  assertEquals(pass(3), "rejoin");
});

Deno.test("silence that nobody breaks is not an interruption", () => {
  const { pass, verdict } = setting();
  pass(5, { kilobits: 200 });
  pass(1);
  assertEquals(verdict(false), "fine");
  // They begin to send again: that takes a moment.
  assertEquals(verdict(true), "fine");
});

Deno.test("a new connection is not blamed before it has brought anything", () => {
  const { pass, watch } = setting();
  assertEquals(pass(7), "fine");
  watch.download(100, 1_008_000);
  assertEquals(pass(6), "interrupted");
});

Deno.test("one that brings nothing at all is interrupted after eight seconds, the next one after sixteen", () => {
  const { pass, watch, now } = setting();
  assertEquals(pass(8), "fine");
  assertEquals(pass(1), "interrupted");
  assertEquals(pass(3, { missed: true }), "rejoin");
  watch.renew(now());
  assertEquals(pass(16), "fine");
  assertEquals(pass(1), "interrupted");
});

Deno.test("who says to send nothing is not waited for", () => {
  const { pass, verdict } = setting();
  pass(7);
  assertEquals(verdict(false), "fine");
  assertEquals(pass(7), "fine");
});

Deno.test("when both miss each other and are on the network, the doctor joins anew at once", () => {
  const doctor = setting("doctor");
  doctor.pass(5, { kilobits: 200 });
  assertEquals(doctor.pass(1), "interrupted");
  assertEquals(doctor.pass(2, { missed: true }), "rejoin");
  const patient = setting("patient");
  patient.pass(5, { kilobits: 200 });
  assertEquals(patient.pass(5, { missed: true }), "interrupted");
});

Deno.test("only whoever is on the network tells the other side that it misses it", () => {
  const { pass, watch, now } = setting();
  pass(5, { kilobits: 200 });
  assertEquals(watch.blameless(now()), false);
  pass(1);
  assertEquals(watch.blameless(now()), false, "nobody has asked yet");
  pass(2);
  assertEquals(watch.blameless(now()), true);
  pass(2, { answered: false });
  assertEquals(watch.blameless(now()), false);
  pass(1);
  assertEquals(watch.blameless(now()), false, "it joins anew in a moment");
});

Deno.test("media that stop while a third person is expected are no fault until the room has said who came", () => {
  const { pass, watch, now } = setting();
  pass(5, { kilobits: 200 });
  watch.expectReroute(true);
  assertEquals(pass(1), "interrupted");
  assertEquals(watch.rerouting(now()), true);
  watch.reroute(now());
  watch.expectReroute(false);
  for (let second = 0; second < 11; second++) {
    pass(1);
    assertEquals([watch.rerouting(now()), watch.away], [true, false]);
  }
});

Deno.test("media that stop while a third person is expected, and nobody comes, are told within two seconds", () => {
  const { pass, watch, now } = setting();
  pass(5, { kilobits: 200 });
  watch.expectReroute(true);
  pass(2);
  assertEquals(watch.rerouting(now()), false);
});

Deno.test("on the way to a bridge one answer may be missing, and the network that gives none is gone within two seconds", () => {
  const { pass, watch, now } = setting();
  pass(5, { kilobits: 200 });
  watch.reroute(now());
  pass(1);
  watch.probed(false, now());
  assertEquals([watch.away, watch.rerouting(now())], [false, true]);
  watch.probed(true, now());
  watch.probed(false, now());
  assertEquals(watch.away, false, "one in between was answered");
  watch.probed(false, now());
  assertEquals([watch.away, watch.rerouting(now())], [true, false]);
});

Deno.test("a browser that says it is off the network is believed at once, also on the way to a bridge", () => {
  const { pass, watch, now } = setting();
  pass(5, { kilobits: 200 });
  watch.reroute(now());
  watch.offline(now());
  assertEquals([watch.away, watch.rerouting(now())], [true, false]);
});

Deno.test("on the way to a bridge nobody joins anew, and nobody tells the other side that it is missed", () => {
  const { pass, watch, now } = setting("doctor");
  pass(5, { kilobits: 200 });
  watch.reroute(now());
  assertEquals(pass(6, { missed: true }), "interrupted");
  assertEquals(watch.blameless(now()), false);
});
