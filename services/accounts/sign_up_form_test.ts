import { assertEquals } from "@std/assert";
import { normalizeLine } from "@/domain/text.ts";
import { readAddressForm, readSignUpForm } from "./sign_up_form.ts";

const good = {
  matricule: "1893 1201 05732",
  first_name: " Jean  Marc ",
  last_name: "Muller",
  email: "Jean@Example.LU",
  phone: "621 123 456",
  street: "1, rue Neuve",
  postal_code: "L-1111",
  city: "Luxembourg",
  country: "lu",
};

function form(fields: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
}

Deno.test("a sign-up is kept in one form however it was typed", () => {
  assertEquals(readSignUpForm(form(good)).good, {
    ...good,
    matricule: "1893120105732",
    first_name: "Jean Marc",
    email: "jean@example.lu",
    phone: "+352621123456",
    country: "LU",
  });
});

Deno.test("every wrong field is named with what is wrong", () => {
  const cases = [
    ["matricule", "", "matriculeMissing"],
    ["matricule", "1893120105", "matriculeLength"],
    ["matricule", "1985022900109", "matriculeDate"],
    ["matricule", "1893120105742", "matriculeLuhn"],
    ["matricule", "1893120105733", "matriculeVerhoeff"],
    ["email", "jean", "emailWrong"],
    ["email", "jörg@example.de", "emailAccents"],
    ["email", `${"x".repeat(250)}@example.lu`, "tooLong"],
    ["phone", "+352 1", "phoneWrong"],
    ["phone", "26 12 34 56", "phoneNotMobile"],
    ["country", "XX", "countryMissing"],
    ["country", "Luxembourg", "tooLong"],
    ["last_name", "\u200b\u202e", "lastNameMissing"],
    ["first_name", "cliquez ici https://evil.example", "nameWrong"],
    ["last_name", "www.evil.com", "nameWrong"],
    ["street", "x".repeat(201), "tooLong"],
  ] as const;
  for (const [field, text, problem] of cases) {
    const { problems, typed } = readSignUpForm(
      form({ ...good, [field]: text }),
    );
    assertEquals(problems, { [field]: problem }, `${field} ${text}`);
    assertEquals(typed[field], normalizeLine(text));
  }
});

Deno.test("a file in place of a text is no answer", () => {
  const data = form(good);
  data.set("city", new File(["x"], "x"));
  assertEquals(readSignUpForm(data).problems, { city: "cityMissing" });
});

Deno.test("an empty form names all its fields", () => {
  assertEquals(Object.keys(readSignUpForm(form({})).problems ?? {}).length, 8);
  assertEquals(readAddressForm(form({})).problems, {
    street: "streetMissing",
    postal_code: "postalCodeMissing",
    city: "cityMissing",
    country: "countryMissing",
  });
});

Deno.test("somebody with one name leaves the first name empty", () => {
  const { good: taken } = readSignUpForm(form({ ...good, first_name: " " }));
  assertEquals([taken?.first_name, taken?.last_name], ["", "Muller"]);
});
