import { assertEquals } from "@std/assert";
import { attachmentName, canOpen } from "./attachments.ts";

Deno.test("a file keeps its name with accents and spaces", () => {
  assertEquals(attachmentName("Résultats d’été.pdf"), "Résultats d’été.pdf");
  assertEquals(attachmentName("検査結果.png"), "検査結果.png");
});

Deno.test("a name is no path, no second line, and hides no ending", () => {
  assertEquals(attachmentName("C:\\Scans\\../a.pdf"), "a.pdf");
  assertEquals(attachmentName("a\r\nb\0.pdf"), "ab.pdf");
  assertEquals(attachmentName("photo\u202egpj.exe"), "photogpj.exe");
  assertEquals([attachmentName(""), attachmentName(" / ")], ["file", "file"]);
});

Deno.test("a name that is too long keeps its ending", () => {
  const name = attachmentName(`${"é".repeat(400)}.docx`);
  assertEquals([...name].length, 255);
  assertEquals(name.slice(-6), "é.docx");
});

Deno.test("what was never opened in time, waits for the scanner or was refused by it is not opened", () => {
  assertEquals(
    (["sent", "unopened", "opened", "gone", "held_back", "refused"] as const)
      .map(canOpen),
    [true, true, true, false, false, false],
  );
});
