import { assertEquals } from "@std/assert";
import { booking } from "@/i18n/fr/booking.ts";
import { doctorPageMeta } from "./doctor_page.ts";

const doctor = {
  id: "d",
  slug: "claire-weber",
  title: "Dr",
  first_name: "Claire",
  last_name: "Weber",
  specialty: {
    fr: "Médecine générale",
    de: "Allgemeinmedizin",
    en: "General practice",
    lb: "Allgemengmedezin",
    pt: "Medicina geral",
  },
  languages: ["fr" as const, "lb" as const],
  city: "Luxembourg",
  time_zone: "Europe/Luxembourg",
  slot_minutes: 10,
  free_now: false,
};

Deno.test("a shared link to a doctor says who, where, in which languages and what for", () => {
  const reason = {
    id: "r",
    name: "Renouveler une ordonnance",
    minutes: 10,
    active: true,
    questions: [],
  };
  assertEquals(doctorPageMeta({ doctor, reasons: [reason] }, "fr", booking), {
    title: "Dr Claire Weber, Médecine générale, Luxembourg",
    description:
      "Créneaux de Dr Claire Weber, Médecine générale, Luxembourg. Langues de consultation : Français, Lëtzebuergesch. Motif : Renouveler une ordonnance",
  });
});
