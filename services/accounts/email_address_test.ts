import { assertEquals } from "@std/assert";
import { parseEmailAddress } from "./email_address.ts";

Deno.test("addresses that exist are taken, the domain in ASCII", () => {
  for (
    const [typed, email] of [
      ["marie@mail.lu"],
      ["o'brien@mail.ie"],
      ["o’brien@mail.ie", "o'brien@mail.ie"],
      ["d'artagnan@pt.lu"],
      ["first.last+tag@mail.example.com"],
      ["a@b.co"],
      ["x_y-z@sub.domain.lu"],
      ["user@münchen.de", "user@xn--mnchen-3ya.de"],
      ["user@xn--mnchen-3ya.de"],
      ["test@例え.jp", "test@xn--r8jz45g.jp"],
      ["info@пример.рф", "info@xn--e1afmkfd.xn--p1ai"],
      [" UPPER@MAIL.LU ", "upper@mail.lu"],
      ["ｍarie@mail.lu", "marie@mail.lu"],
      ["1234@mail.lu"],
      ["me@mail.museum"],
      ["me@long.technology"],
      ["a&b@mail.lu"],
      ["customer/department=shipping@example.com"],
      ["!def!xyz%abc@example.com"],
      ["pt@mail.education.lu"],
      ["a@b-c.lu"],
      ["marie@mail.example"],
    ] as const
  ) assertEquals(parseEmailAddress(typed), { email: email ?? typed }, typed);
});

Deno.test("what nobody can write to is refused", () => {
  for (
    const typed of [
      "",
      "a",
      "a@",
      "@b.lu",
      "a@b",
      "a b@c.lu",
      "a@b..lu",
      "a..b@c.lu",
      ".a@c.lu",
      "a.@c.lu",
      "a@-c.lu",
      "a@c-.lu",
      "a@c.lu.",
      "a@[127.0.0.1]",
      '"quoted"@c.lu',
      "a@c.1",
      "a@127.0.0.1",
      "Marie <a@c.lu>",
      "a@c.lu,b@c.lu",
      "a@c.lu\nBcc: x@y.lu",
      `${"a".repeat(65)}@c.lu`,
      `a@${"x".repeat(64)}.lu`,
      `aa@${"xxxxxxxxx.".repeat(25)}lu`,
      "a@c.lu\u200b",
      "a@exam\u0000ple.lu",
      "a@localhost",
      "mailto:a@c.lu",
      "a@c.notatld",
      "a@@c.lu",
      "a@c_d.lu",
      "a@lu",
      "a@co.uk",
    ]
  ) assertEquals(parseEmailAddress(typed), { error: "invalid" }, typed);
});

Deno.test("accents before the @ are named, because nothing else is wrong", () => {
  assertEquals(parseEmailAddress("jörg@example.de"), { error: "accents" });
});
