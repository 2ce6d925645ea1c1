import { assertEquals } from "@std/assert";
import { consultation as texts } from "@/i18n/fr/consultation.ts";
import { deviceTrouble } from "./checks.ts";

Deno.test("what is missing is named whole: the picture, the sound, or both", () => {
  const titles = [
    ["absent", null],
    [null, "busy"],
    ["absent", "absent"],
    ["busy", "absent"],
  ] as const;
  assertEquals(
    titles.map(([cameraProblem, microphoneProblem]) =>
      deviceTrouble({ cameraProblem, microphoneProblem }, texts)?.title
    ),
    [texts.cameraOff, texts.soundOff, texts.bothOff, texts.bothOff],
  );
});
