import { assertEquals } from "@std/assert";
import { documents as texts } from "@/i18n/fr/documents.ts";
import { nameInArchive } from "./archive.ts";

Deno.test("a file of the archive is named by person, kind and number, and stays within its folder", () => {
  const own = { id: "1", first_name: "Anna", last_name: "Schmit", own: true };
  const one = { kind: "prescription", number: "O-2026-000001" } as const;
  assertEquals(
    nameInArchive({ ...one, state: "issued", patient: own }, texts),
    "Ordonnance/O-2026-000001.pdf",
  );
  assertEquals(
    nameInArchive({ ...one, state: "voided", patient: own }, texts),
    "Ordonnance/O-2026-000001 (Annulé).pdf",
  );
  const child = { ...own, first_name: "../..", last_name: "a/b", own: false };
  assertEquals(
    nameInArchive({ ...one, state: "issued", patient: child }, texts),
    "-.. a-b/Ordonnance/O-2026-000001.pdf",
  );
});
