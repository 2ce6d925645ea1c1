import { assertEquals } from "@std/assert";
import { splitLinks } from "./links.ts";

const links = (text: string) =>
  splitLinks(text).flatMap(({ href }) => href ?? []);

Deno.test("a web address is a link, without the sign after it", () => {
  assertEquals(splitLinks("Voir https://cns.lu/a?b=1, puis (http://x.lu)."), [
    { text: "Voir " },
    { text: "https://cns.lu/a?b=1", href: "https://cns.lu/a?b=1" },
    { text: ", puis (" },
    { text: "http://x.lu", href: "http://x.lu/" },
    { text: ")." },
  ]);
});

Deno.test("nothing of a text is lost", () => {
  for (
    const text of ["", "a", "https://a.lu", "\nhttps://a.lu\nb", "https://"]
  ) {
    assertEquals(splitLinks(text).map((piece) => piece.text).join(""), text);
  }
});

Deno.test("what hides where it leads is no link", () => {
  for (
    const text of [
      "javascript:alert(1)",
      "data:text/html,x",
      "https://cns.lu@evil.example/",
      "https://user:pass@evil.example",
      "https://evil.example/\u202eul.snc",
      "www.cns.lu",
      "https://",
    ]
  ) {
    assertEquals(links(text), [], text);
  }
});

Deno.test("an address that holds HTML stays an address", () => {
  assertEquals(links('https://a.lu/"><script>'), ["https://a.lu/"]);
});
