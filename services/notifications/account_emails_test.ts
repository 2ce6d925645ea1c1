import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { languages } from "@/i18n/mod.ts";
import {
  emailChangeMail,
  emailChangeNotice,
  recoveryMail,
  unreadMessagesMail,
} from "./account_emails.ts";

const head = {
  publicUrl: "https://econsult.example",
  mailFrom: "eConsult <no-reply@mail.econsult.example>",
  helpdesk: {
    phone: "+352 27 12 50 18 33",
    email: "helpdesk@econsult.example",
  },
};

for (const language of languages) {
  Deno.test(`e-mails about an account in ${language} have one button, and the first link of the text is the same`, () => {
    const reader = { language, name: "Léa Kieffer" };
    for (
      const [mail, path] of [
        [recoveryMail(reader, "t1", head), "password/reset?token=t1"],
        [emailChangeMail(reader, "t2", head), "account/email?token=t2"],
        [unreadMessagesMail(reader, head), "messages"],
      ] as const
    ) {
      const url = `https://econsult.example/${language}/${path}`;
      assertEquals(/https:\/\/\S+/.exec(mail.text)?.[0], url);
      assertEquals(mail.html.match(/class="press"/g)?.length, 1);
      assertStringIncludes(mail.html, `href="${url}"`);
      assertStringIncludes(mail.text, "Léa Kieffer");
    }
    const notice = emailChangeNotice(reader, head);
    assert(!notice.html.includes('class="press"'), "nothing to press by habit");
    assertStringIncludes(notice.text, head.helpdesk.phone);
    assertStringIncludes(notice.html, "tel:+3522712501833");
  });
}
