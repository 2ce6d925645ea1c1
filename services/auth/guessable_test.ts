import { assertEquals } from "@std/assert";
import { isGuessable } from "./guessable.ts";

const own = [
  "Marie",
  "Müller",
  "marie.muller@mail.lu",
  "1893120105732",
  "+352621123456",
];

Deno.test("what everybody chooses is refused, whatever stands around it", async () => {
  for (
    const password of [
      "password1234",
      "Password1234!",
      "P@ssw0rd1234",
      "1234567890123",
      "123456654321",
      "aaaaaaaaaaaaaa",
      "abcdefghijklmno",
      "112233445566",
      "qwertyuiopasdfgh",
      "azertyuiop123",
      "qwertzuiop12",
      "motdepasse123",
      "Mot-de-passe-2026".replaceAll("-", ""),
      "passwort2026!",
      "eConsult-2026",
      "Bonjour-eConsult-2026",
      "Luxembourg123",
      "iloveyou2024!!",
      "soleil soleil 12",
      "abcabcabcabc",
      "lulululululu",
      "ｐａｓｓｗｏｒｄ1234",
      "1qaz2wsx3edc",
    ]
  ) assertEquals(await isGuessable(password, own), true, password);
});

Deno.test("what others know of the person is refused", async () => {
  for (
    const password of [
      "MarieMüller1985",
      "marie muller 85",
      "Muller.Marie.01",
      "marie.muller@mail.lu",
      "1893120105732",
      "18931201marie",
      "621123456621123456",
      "+352 621123456",
      "mueller? marie! 1893".replace("ue", "u"),
    ]
  ) assertEquals(await isGuessable(password, own), true, password);
});

Deno.test("phrases and random texts are taken", async () => {
  for (
    const password of [
      "cinq renards roux",
      "trois chats sur un toit",
      "a password of good length",
      "another good password",
      "six loups gris ici",
      "Une-Phrase-Assez-Longue-7",
      "correct horse battery",
      "un cheval galope vite",
      "vier bunte Hunde",
      "Marie aime les chats gris",
      "xK7#qP2!vL9z",
      "tr0ub4dor&3xyz",
      "82640917355918",
      "мой дядя самых честных",
      "soleil 48151623",
    ]
  ) assertEquals(await isGuessable(password, own), false, password);
});

Deno.test("short passwords, where the configuration allows them, are judged the same", async () => {
  assertEquals(await isGuessable("1234", []), true);
  assertEquals(await isGuessable("azerty", []), true);
  assertEquals(await isGuessable("k7wq", []), false);
});
