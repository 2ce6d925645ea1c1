import { assertEquals, assertMatch } from "@std/assert";
import { render } from "preact-render-to-string";
import { isApp, placesOf, trackedFiles } from "../../tests/tree.ts";
import { ChatComposer } from "./ChatComposer.tsx";

const labels = { message: "Votre message", send: "Envoyer" };

Deno.test("a message that is too long is kept whole, and says what to do", () => {
  const problem = "Raccourcissez le message";
  const html = render(
    <ChatComposer labels={labels} value="abc" problem={problem} />,
  );
  assertMatch(html, /role="alert".*Raccourcissez le message/);
  assertMatch(html, /aria-describedby="chat-message-error"/);
  assertEquals(
    /alert|aria-invalid/.test(render(<ChatComposer labels={labels} />)),
    false,
  );
});

Deno.test("no field cuts what somebody pastes", async () => {
  const pages = (await trackedFiles()).filter((file) =>
    isApp(file) && file.path.endsWith(".tsx")
  );
  assertEquals(placesOf(pages, /\bmax[lL]ength=/), []);
});
