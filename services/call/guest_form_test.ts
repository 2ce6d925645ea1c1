import { assertEquals } from "@std/assert";
import { readInvitation } from "./guest_form.ts";

function read(typed: Record<string, string>) {
  const form = new FormData();
  for (const [name, value] of Object.entries(typed)) form.append(name, value);
  return readInvitation(form, "de");
}

Deno.test("an invitation goes to an e-mail address or to a mobile number", () => {
  const shared = {
    name: "Samira Haddad",
    role: "interpreter",
    detail: "arabe",
  };
  assertEquals(
    read({ ...shared, contact: " Samira@Mail.example ", language: "fr" }),
    {
      invitation: {
        ...shared,
        role: "interpreter",
        email: "samira@mail.example",
        phone: null,
        language: "fr",
      },
    },
  );
  assertEquals(read({ ...shared, contact: "621 123 456" }), {
    invitation: {
      ...shared,
      role: "interpreter",
      email: null,
      phone: "+352621123456",
      language: "de",
    },
  });
});

Deno.test("each wrong field is named", () => {
  const long = "x".repeat(101);
  assertEquals(read({}), { problems: ["name", "contact"] });
  assertEquals(read({ name: long, detail: long, contact: "a@b" }), {
    problems: ["name", "detail", "contact"],
  });
  assertEquals(read({ name: " - ", contact: "27 12 50 18" }), {
    problems: ["name", "contact"],
  });
});
