import { assert, assertEquals } from "@std/assert";
import { isPersonal } from "@/services/http/log.ts";
import { isApp, trackedFiles } from "./tree.ts";

/** A line of the log in the code: `log.warn("… {reason}", { reason });`. */
const LINE = /\blog\.(?:debug|info|warn|error|fatal)\(([^;]*?)\);/gs;

/** The names in a line's template, and those of its properties. */
function namesIn(call: string): string[] {
  const [, template = "", rest = ""] =
    /^\s*"((?:[^"\\]|\\.)*)"(.*)$/s.exec(call) ?? [];
  const placed = [...template.matchAll(/\{(\w+)\}/g)];
  const properties = [...rest.matchAll(/[{,]\s*(\w+)\s*(?=[:,}])/g)];
  return [...placed, ...properties].map(([, name = ""]) => name);
}

const lines = (await trackedFiles()).filter(isApp).flatMap(({ path, text }) =>
  [...text.matchAll(LINE)].map(([, call = ""]) => ({ path, call }))
);

Deno.test("no line of the log names a fact as the log's own filter names people: it would be dropped", () => {
  assert(lines.length > 20, "the lines of the log were not found");
  const dropped = lines.flatMap(({ path, call }) =>
    namesIn(call).filter(isPersonal).map((name) => `${path}: ${name}`)
  );
  assertEquals(dropped, []);
});

Deno.test("what tells of a person is left out, whatever it is called", () => {
  const names = [
    ...["firstName", "last_name", "email", "phone", "formerAddress", "street"],
    ...["matricule", "birthDate", "symptoms", "body", "text", "smsCode"],
    ...["otp", "accessToken", "token_hash", "newPassword", "secret", "cookie"],
    "Authorization",
  ];
  assertEquals(names.filter((name) => !isPersonal(name)), []);
});

Deno.test("each line's placeholders are among its properties, or are spread into it", () => {
  const missing = lines.filter(({ call }) =>
    !/\.\.\.|, line$/.test(call.trim())
  )
    .flatMap(({ path, call }) => {
      const names = namesIn(call);
      return [...call.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name)
        .filter((name) => names.filter((one) => one === name).length < 2)
        .map((name) => `${path}: ${name}`);
    });
  assertEquals(missing, []);
});
