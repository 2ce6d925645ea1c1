import { assertEquals, assertStringIncludes } from "@std/assert";
import { languages } from "@/i18n/mod.ts";
import {
  emailChangeMail,
  emailTakenMail,
  recoveryMail,
  unreadMessagesMail,
} from "./account_emails.ts";
import { head } from "./testing.ts";

for (const language of languages) {
  Deno.test(`e-mails about an account in ${language} have one button, and the first link of the text is the same`, () => {
    const reader = { language, name: "Léa Kieffer" };
    for (
      const [mail, path] of [
        [recoveryMail(reader, "t1", head), "password/reset?token=t1"],
        [emailTakenMail(reader, head), "sign-in"],
        [unreadMessagesMail(reader, head), "messages"],
      ] as const
    ) {
      const url = `https://econsult.example/${language}/${path}`;
      assertEquals(/https:\/\/\S+/.exec(mail.text)?.[0], url);
      assertEquals(mail.html.match(/class="press"/g)?.length, 1);
      assertStringIncludes(mail.html, `href="${url}"`);
      assertStringIncludes(mail.text, "Léa Kieffer");
    }
    const change = emailChangeMail(language, "t2", head);
    const url =
      `https://econsult.example/${language}/account/email/confirmation?token=t2`;
    assertEquals(/https:\/\/\S+/.exec(change.text)?.[0], url);
    assertEquals(change.html.match(/class="press"/g)?.length, 1);
    assertStringIncludes(change.text, head.helpdesk.phone);
  });
}
