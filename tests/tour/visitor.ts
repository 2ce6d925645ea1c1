import type { Page } from "playwright-core";
import { paths } from "@/domain/paths.ts";
import type { Language } from "@/i18n/mod.ts";
import { texts } from "@/i18n/texts.ts";
import {
  codeTo,
  messagesTo,
  newEmail,
  newMatricule,
  newPhone,
} from "../people.ts";
import type { Stop } from "./stop.ts";

/** What everybody sees: the doctors, pages to read, signing in, signing up with its mistakes. */
export async function* visitorTour(
  page: Page,
  language: Language,
  slug: string,
): AsyncGenerator<Stop> {
  const plain = {
    "home": paths.home(language),
    "home-nobody-found": `${paths.home(language)}?q=xyz`,
    "help": paths.help(language),
    "privacy": paths.privacy(language),
    "accessibility": paths.accessibility(language),
    "terms": paths.terms(language),
    "sign-in": paths.signIn(language),
    "password-forgotten": paths.passwordForgotten(language),
    "activation-link": paths.activationLink(language),
    "activation-stale": paths.activation(language, "no-such-token"),
    "not-found": `/${language}/no-such-page`,
  };
  for (const [name, path] of Object.entries(plain)) {
    await page.goto(path);
    yield { name, page, plain: true };
  }
  await page.goto(paths.doctor(language, slug));
  yield { name: "calendar-visitor", page };
  yield* forms(page, language);
}

async function* forms(page: Page, language: Language): AsyncGenerator<Stop> {
  const { account, frame } = texts(language);
  const signIn = page.getByRole("region", { name: frame.signIn });
  const signUp = page.getByRole("region", { name: frame.signUp });
  const send = () => signUp.getByRole("button", { name: frame.send }).click();
  const alert = page.getByRole("alert");

  await page.goto(paths.signIn(language));
  await signIn.getByLabel(account.identifier).fill(newEmail());
  await signIn.getByLabel(account.password, { exact: true }).fill("no-such");
  await signIn.getByRole("button", { name: frame.signIn }).click();
  await alert.first().waitFor();
  yield { name: "sign-in-wrong", page, plain: true };

  await page.goto(paths.signIn(language));
  await send();
  await alert.first().waitFor();
  yield { name: "sign-up-wrong", page, plain: true };

  const [email, phone] = [newEmail(), newPhone()];
  for (
    const [label, answer] of [
      [account.matricule, newMatricule()],
      [account.firstName, "Zoé"],
      [account.lastName, "Wagner"],
      [account.email, email],
      [account.phone, phone],
      [account.street, "12, rue du Moulin"],
      [account.postalCode, "4031"],
      [account.city, "Esch-sur-Alzette"],
    ] as const
  ) await signUp.getByLabel(label, { exact: true }).fill(answer);
  const since = new Date().toISOString();
  await send();
  await page.waitForURL(/\/sign-up\/code/);
  yield { name: "sign-up-code", page };

  const code = await codeTo(phone, since);
  const confirm = async (digits: string) => {
    await page.getByLabel(account.codeLabel).fill(digits);
    await page.getByRole("button", { name: frame.confirm }).click();
  };
  await confirm(code === "111111" ? "222222" : "111111");
  await alert.first().waitFor();
  yield { name: "sign-up-code-wrong", page };

  await confirm(code);
  await page.waitForURL(/\/sign-up\/done/);
  yield { name: "sign-up-done", page, plain: true };

  const [mail] = await messagesTo(email, since, "/activation");
  await page.goto(/https?:\/\/\S+/.exec(mail?.text ?? "")?.[0] ?? "");
  yield { name: "activation", page };
}
