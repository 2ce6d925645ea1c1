import { assertEquals } from "@std/assert";
import { safeFileName, safeFileNameAs } from "./file_names.ts";

Deno.test("a name of a file in an archive stays within its folder, and shows what the file is", () => {
  assertEquals(safeFileName("../../etc/passwd"), "-..-etc-passwd");
  assertEquals(safeFileName("a\u0000b\n.txt"), "a-b-.txt");
  assertEquals(
    safeFileNameAs("Résultats d’été.pdf", "pdf"),
    "Résultats d’été.pdf",
  );
  assertEquals(safeFileNameAs("photo.exe", "jpg"), "photo.jpg");
  assertEquals(safeFileNameAs("\u202efdp.exe", "pdf"), "fdp.pdf");
  assertEquals(safeFileNameAs("...", "pdf"), "file.pdf");
  assertEquals(safeFileNameAs("x".repeat(300), "png").length, 84);
});
