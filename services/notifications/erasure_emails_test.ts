import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { languages } from "@/i18n/mod.ts";
import { erasureMail } from "./erasure_emails.ts";
import { head } from "./testing.ts";

for (const language of languages) {
  Deno.test(`e-mails about an erasure in ${language} lead to the account while there is one, and say why`, () => {
    const reader = { language, name: "Léa Kieffer" };
    const account = `https://econsult.example/${language}/account`;
    const open = [
      erasureMail("erasure_requested", reader, null, head),
      erasureMail("erasure_withdrawn", reader, null, head),
      erasureMail("erasure_declined", reader, "A <b> case", head),
    ];
    for (const mail of open) {
      assertStringIncludes(mail.text, account);
      assertEquals(mail.html.match(/class="press"/g)?.length, 1);
    }
    assertStringIncludes(open[2]?.text ?? "", "A <b> case");
    assertStringIncludes(open[2]?.html ?? "", "A &lt;b> case");
    const last = erasureMail("erasure_accepted", reader, null, head);
    assert(!last.text.includes(account), "there is nothing to sign in to");
    assertStringIncludes(last.text, head.helpdesk.phone);
    assertEquals(
      new Set([...open, last].map(({ subject }) => subject)).size,
      4,
    );
  });
}
