import { assertEquals } from "@std/assert";
import { renderToString } from "preact-render-to-string";
import { texts } from "@/i18n/texts.ts";
import { LabOrderFields } from "./LabOrderFields.tsx";

const words = texts("en").documents;

function drawn(
  { find = "", chosen = [], frequent = [], ...home }: {
    find?: string;
    chosen?: string[];
    frequent?: string[];
    address?: string;
    phone?: string | null;
    old?: boolean;
  },
): string {
  return renderToString(
    <LabOrderFields
      content={{ analyses: chosen }}
      catalogue={{
        analyses: [
          { code: "B001", group: "Blood", name: "Full blood count" },
          { code: "B120", group: "Chemistry", name: "Créatinine" },
          { code: "B201", group: "Hormones", name: "TSH" },
        ],
        frequent,
        ...{ acts: [], lines: [], templates: [], previous_at: null },
      }}
      home={{
        ...{ address: "1, rue Neuve, 1111 Luxembourg", phone: "+352621000000" },
        ...{ old: false, ...home },
      }}
      find={find}
      errors={{}}
      optional="optional"
      language="en"
      texts={words}
    />,
  );
}

/** The codes of the analyses in sight, in their order. */
function seen(html: string): string[] {
  return html.split(/<div\s+data-analysis=/).slice(1).flatMap((line) =>
    /^[^>]*\shidden/.test(line) ? [] : [/value="(\w+)"/.exec(line)?.[1] ?? ""]
  );
}

Deno.test("the doctor is told what is missing for a visit at home, and to ask whether an old address is still right", () => {
  const { askHome, askMissing, noAddress, noPhone } = words;
  const said = (
    home: { address?: string; phone?: string | null; old?: boolean },
  ) => {
    const html = drawn(home);
    return [askHome, askMissing, noAddress, noPhone].filter((text) =>
      html.includes(text)
    );
  };
  assertEquals(said({}), []);
  assertEquals(said({ old: true }), [askHome]);
  assertEquals(said({ phone: null }), [askMissing, noPhone]);
  assertEquals(said({ address: "" }), [askMissing, noAddress]);
  assertEquals(said({ phone: null, old: true }), [
    ...[askHome, askMissing, noPhone],
  ]);
  assertEquals(said({ address: "", phone: null, old: true }), [
    ...[askMissing, noAddress, noPhone],
  ]);
});

Deno.test("favourites stand first, a search leaves what matches and what is ticked", () => {
  assertEquals(seen(drawn({ frequent: ["B201"] })), ["B201", "B001", "B120"]);
  assertEquals(seen(drawn({ find: "creat" })), ["B120"]);
  assertEquals(seen(drawn({ find: "creat", chosen: ["B001"] })), [
    ...["B001", "B120"],
  ]);
  assertEquals(seen(drawn({ find: "nothing like it" })), []);
});
