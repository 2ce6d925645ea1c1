import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { render } from "preact-render-to-string";
import { Button } from "./Button.tsx";
import { Checkbox } from "./Checkbox.tsx";
import { ControlButton } from "@/components/call/ControlButton.tsx";
import { Dialog } from "./Dialog.tsx";
import { ErrorSummary } from "./ErrorSummary.tsx";
import { Field } from "./Field.tsx";
import { PasswordField } from "./PasswordField.tsx";
import { Select } from "./Select.tsx";
import { Textarea } from "./Textarea.tsx";

/** The first tag of a name in the HTML, with its attributes. */
function tag(html: string, name: string): string {
  return html.match(new RegExp(`<${name}\\b[^>]*>`))?.[0] ?? "";
}

Deno.test("a field's hint and error are tied to its input, and it is marked as wrong", () => {
  const html = render(
    <Field
      name="email"
      label="E-mail"
      hint="For news"
      error="No @"
      value="a"
    />,
  );
  const input = tag(html, "input");
  assertStringIncludes(
    input,
    `aria-describedby="field-email-hint field-email-error"`,
  );
  assertStringIncludes(input, `aria-invalid="true"`);
  assertStringIncludes(input, `value="a"`);
  assertStringIncludes(html, `id="field-email-error"`);
  assertStringIncludes(html, `<label for="field-email">`);
});

Deno.test("a field without hint and error describes nothing", () => {
  const input = tag(render(<Field name="email" label="E-mail" />), "input");
  assert(
    !input.includes("aria-describedby") && !input.includes("aria-invalid"),
  );
});

Deno.test("a field is required unless it says that it is optional", () => {
  assertStringIncludes(
    tag(render(<Field name="a" label="A" />), "input"),
    "aria-required",
  );
  const optional = render(<Field name="a" label="A" optional="facultatif" />);
  assert(!tag(optional, "input").includes("aria-required"));
  assertStringIncludes(optional, "(facultatif)");
});

Deno.test("what was typed is shown as it was typed, never as HTML", () => {
  const evil = `"><script>alert(1)</script>`;
  const html = render(
    <>
      <Field name="a" label="A" value={evil} />
      <Textarea name="b" label="B" value={evil} error={evil} />
      <ErrorSummary title="P" errors={[{ message: evil }]} />
    </>,
  );
  assert(!html.includes("<script>"));
});

Deno.test("a password is hidden, and can be shown only where a script can do it", () => {
  const still = render(
    <PasswordField name="p" label="P" autocomplete="new-password" />,
  );
  assertStringIncludes(tag(still, "input"), `type="password"`);
  assertEquals(tag(still, "button"), "");
  const reveal = {
    shown: true,
    toggle: () => {},
    text: "Show",
    label: "Show it",
  };
  const shown = render(
    <PasswordField
      name="p"
      label="P"
      autocomplete="new-password"
      reveal={reveal}
    />,
  );
  assertStringIncludes(tag(shown, "input"), `type="text"`);
  assertStringIncludes(tag(shown, "button"), `aria-pressed="true"`);
});

Deno.test("a select keeps the chosen answer", () => {
  const options = [{ value: "fr", label: "Français" }, {
    value: "de",
    label: "Deutsch",
  }];
  const html = render(
    <Select name="l" label="L" value="de" options={options} />,
  );
  assertEquals(html.match(/<option[^>]*selected[^>]*>([^<]*)/)?.[1], "Deutsch");
});

Deno.test("an unticked box that must be ticked carries its error", () => {
  const html = render(
    <Checkbox name="terms" label="I accept" error="Tick the box" />,
  );
  assertStringIncludes(
    tag(html, "input"),
    `aria-describedby="field-terms-error"`,
  );
  assert(!tag(html, "input").includes("checked"));
});

Deno.test("the summary lists each error as a link to its field, and takes the focus", () => {
  const errors = [{ id: "field-email", message: "No @" }, {
    message: "Too late",
  }];
  const html = render(
    <ErrorSummary title="There is a problem" errors={errors} />,
  );
  assertStringIncludes(html, `<a href="#field-email">No @</a>`);
  assertStringIncludes(html, ">Too late</li>");
  assertStringIncludes(tag(html, "div"), "autofocus");
  assertStringIncludes(tag(html, "div"), `role="alert"`);
  assertEquals(
    render(<ErrorSummary title="There is a problem" errors={[]} />),
    "",
  );
});

Deno.test("a dialog that the server opens has its name", () => {
  const html = render(
    <Dialog id="code" title="Your code" open>x</Dialog>,
  );
  assertStringIncludes(tag(html, "dialog"), " open");
  assertStringIncludes(tag(html, "dialog"), `aria-labelledby="code-title"`);
});

Deno.test("a control of the call can be called by the word that is seen on it", () => {
  const name = (label: string, count?: number) =>
    render(
      <ControlButton icon="chat" word="Chat" label={label} count={count} />,
    )
      .match(/aria-label="([^"]*)"/)?.[1];
  assertEquals(name("Ouvrir le chat"), "Ouvrir le chat");
  assertEquals(name("Écrire au médecin", 2), "Chat, Écrire au médecin (2)");
});

Deno.test("a button that needs a script cannot be pressed before its script runs", () => {
  const pressed = tag(render(<Button type="button">Call</Button>), "button");
  assertStringIncludes(pressed, " disabled");
  const opens = render(
    <Button type="button" popovertarget="sheet">Settings</Button>,
  );
  const sends = render(<Button>Send</Button>);
  for (const html of [opens, sends]) {
    assert(!tag(html, "button").includes("disabled"));
  }
});
