import { assertEquals } from "@std/assert";
import { filled } from "./fill.ts";

Deno.test("a template adds its lines and fills what is empty; nothing typed is lost", () => {
  const [one, two] = [{ name: "Paracétamol" }, { name: "Ibuprofène" }];
  assertEquals(
    filled("prescription", { lines: [one], advice: "Repos" }, {
      lines: [one, two],
      advice: "Buvez de l’eau.",
    }),
    { lines: [one, two], advice: "Repos" },
  );
  assertEquals(
    filled("lab_order", { analyses: [], others: [], urgent: false }, {
      ...{ analyses: ["B001"], others: ["Ferritine"], urgent: true },
    }),
    { analyses: ["B001"], others: ["Ferritine"], urgent: true },
  );
});

Deno.test("the dates, the reason and the payment of another document are never taken over", () => {
  assertEquals(
    filled(
      "sick_leave",
      { from: "2026-11-30", to: "", type: "initial", outings: "restricted" },
      {
        ...{ from: "2026-10-01", to: "2026-10-03", reason: "Rechute" },
        ...{ type: "relapse", diagnosis: "J06.9", outings: "free" },
      },
    ),
    {
      ...{ from: "2026-11-30", to: "", type: "relapse" },
      ...{ outings: "free", diagnosis: "J06.9" },
    },
  );
});
