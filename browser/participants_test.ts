import { assertEquals } from "@std/assert";
import { whoIsWho } from "./participants.ts";

/** Somebody in the room; without a side they have said nothing yet. */
function someone(id: string, side?: string, since?: number) {
  const said: Record<string, string | undefined> = {
    side,
    since: since?.toString(),
  };
  return { getId: () => id, getProperty: (name: string) => said[name] };
}
const doctor = { side: "doctor", since: 5_000 } as const;

/** Their ids. */
function seen(others: ReturnType<typeof someone>[]) {
  const { remote, ghosts } = whoIsWho(others, doctor);
  return [remote?.getId(), ghosts.map((one) => one.getId())];
}

Deno.test("the other side is who it says it is", () => {
  assertEquals(seen([]), [undefined, []]);
  assertEquals(seen([someone("p", "patient", 1)]), ["p", []]);
});

Deno.test("of two on the other side the newest counts, the earlier one is a ghost", () => {
  const ghost = someone("ghost", "patient", 1_000);
  assertEquals(seen([ghost, someone("p", "patient", 9_000)]), ["p", ["ghost"]]);
  assertEquals(seen([someone("p", "patient", 9_000), ghost]), ["p", ["ghost"]]);
});

Deno.test("who has said nothing yet displaces nobody: it may be a guest", () => {
  const patient = someone("p", "patient", 1_000);
  assertEquals(seen([patient, someone("new")]), ["p", []]);
  assertEquals(seen([someone("new")]), ["new", []]);
});

Deno.test("what an own crashed tab left is no other side; an own later window is no ghost", () => {
  assertEquals(seen([someone("mine", "doctor", 1_000)]), [undefined, ["mine"]]);
  assertEquals(seen([someone("later", "doctor", 9_000)]), [undefined, []]);
});

Deno.test("each side sees the other one large and the third person beside; nobody is a ghost", () => {
  const doctor = someone("d", "doctor", 1);
  const patient = someone("p", "patient", 2);
  const guest = someone("g", "guest", 3);
  const shown = (side: "doctor" | "patient" | "guest") => {
    const others = [doctor, patient, guest]
      .filter((one) => one.getProperty("side") !== side);
    const { remote, third, ghosts } = whoIsWho(others, { side, since: 5_000 });
    return [remote?.getId(), third?.getId(), ghosts.length];
  };
  assertEquals(shown("doctor"), ["p", "g", 0]);
  assertEquals(shown("patient"), ["d", "g", 0]);
  assertEquals(shown("guest"), ["d", "p", 0]);
});

Deno.test("a guest who claims to be the patient is a guest all the same", () => {
  const liar = {
    ...someone("g", "patient", 9_000),
    getIdentity: () => ({ user: { id: "guest-1" } }),
  };
  const { remote, third } = whoIsWho(
    [someone("p", "patient", 1), liar],
    doctor,
  );
  assertEquals([remote?.getId(), third?.getId()], ["p", "g"]);
});
