import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { render } from "preact-render-to-string";
import { Band } from "./Band.tsx";
import { Chips } from "./Chips.tsx";
import { Choices } from "./Choices.tsx";
import { Sheet } from "./Sheet.tsx";

Deno.test("the chosen filter says so aloud and has a tick; the others say that they are not chosen", () => {
  const html = render(
    <Chips
      label="Filtres"
      chips={[
        { label: "Tous", href: "/fr", current: true },
        { label: "Pédiatrie", href: "/fr?specialty=1" },
      ]}
    />,
  );
  assertEquals(html.match(/aria-current="(true|false)"/g), [
    `aria-current="true"`,
    `aria-current="false"`,
  ]);
  assertEquals(html.match(/<svg/g)?.length, 1);
});

Deno.test("choices are radios of one name, within their question", () => {
  const html = render(
    <Choices
      name="reason"
      legend="Pourquoi ?"
      value="b"
      options={[{ value: "a", label: "A" }, {
        value: "b",
        label: "B",
        end: "10 min",
      }]}
    />,
  );
  assertStringIncludes(html, "<fieldset><legend>Pourquoi ?</legend>");
  assertEquals(html.match(/name="reason"/g)?.length, 2);
  assertEquals(html.match(/checked[^>]*value="a"/), null);
  assertStringIncludes(html, `value="b" checked`);
});

Deno.test("a sheet is a popover with a name and a button that closes it", () => {
  const html = render(
    <Sheet id="devices" title="Matériel" closeLabel="Fermer">x</Sheet>,
  );
  assertStringIncludes(html, `popover="auto"`);
  assertStringIncludes(html, `aria-labelledby="devices-title"`);
  assertStringIncludes(html, `popovertargetaction="hide"`);
});

Deno.test("a band says its state as the page's heading", () => {
  const html = render(
    <Band kind="wait" icon="clock" title="Vous attendez">
      <p>Environ 10 minutes.</p>
    </Band>,
  );
  assertMatch(html, /<h1\s*>Vous attendez<\/h1>/);
});
