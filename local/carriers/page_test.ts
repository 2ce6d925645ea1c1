import { AxeBuilder } from "@axe-core/playwright";
import { assert, assertEquals } from "@std/assert";
import { chromium, type Page } from "playwright-core";
import { mailClient, smsClient, withCarriers } from "./testing.ts";

/** Runs `test` with the inbox open in a browser. */
async function withPage(
  test: (page: Page, base: string) => Promise<void>,
): Promise<void> {
  await withCarriers(async (base) => {
    const browser = await chromium.launch({
      executablePath: Deno.env.get("CHROMIUM") ?? "/usr/bin/chromium",
      args: ["--no-sandbox"],
    });
    try {
      const context = await browser.newContext({
        viewport: { width: 320, height: 700 },
      });
      const page = await context.newPage();
      await page.goto(base);
      await page.getByText("Live").waitFor();
      await test(page, base);
    } finally {
      await browser.close();
    }
  });
}

const sms = (base: string, body: string) =>
  smsClient(base).messages.create({
    to: "+352621123456",
    from: "+15005550006",
    body,
  });

Deno.test("messages appear as they come, can be searched and cleared", async () => {
  await withPage(async (page, base) => {
    await page.getByText("No SMS yet").waitFor();
    await sms(base, "Votre code : 482913");
    await sms(base, `Salle d'attente : ${base}/fr/x?a=1.`);
    await page.getByRole("button", { name: "Copy 482913" }).waitFor();
    const link = page.getByRole("link", { name: `${base}/fr/x?a=1` });
    assertEquals(await link.getAttribute("href"), `${base}/fr/x?a=1`);
    await page.keyboard.press("/");
    await page.keyboard.type("attente");
    await page.getByText("482913").first().waitFor({ state: "detached" });
    assertEquals(await page.getByText("Salle d'attente").count(), 1);
    page.once("dialog", (dialog) => dialog.accept());
    await page.getByRole("button", { name: "Clear all" }).click();
    await page.getByText("No SMS yet").waitFor();
  });
});

Deno.test("an e-mail's HTML is shown without its scripts, its links open beside", async () => {
  await withPage(async (page, base) => {
    await mailClient(base).messages.create("mail.example", {
      from: "a@mail.example",
      to: "zoe@c.example",
      subject: "<b>Bonjour</b>",
      text: "Bonjour",
      html: `<!doctype html><p>Bonjour</p><a href="${base}/api/outage">Lien</a>
        <script>document.body.textContent = "run"; parent.document.title = "run"</script>
        <img src="x" onerror="document.body.textContent = 'run'"><img src="cid:dot.png">`,
      attachment: [{
        data: new Blob(["%PDF-1.4"], { type: "application/pdf" }),
        filename: "a.pdf",
      }],
      inline: [{
        data: new Blob(["x"], { type: "image/png" }),
        filename: "dot.png",
      }],
    });
    await page.getByText("<b>Bonjour</b>").click();
    const frame = page.frameLocator("iframe");
    await frame.getByText("Bonjour").waitFor();
    assert(
      (await frame.locator("img").last().getAttribute("src"))?.endsWith(
        "/attachments/1",
      ),
    );
    const beside = page.context().waitForEvent("page");
    await frame.getByRole("link", { name: "Lien" }).click();
    assertEquals((await beside).url(), `${base}/api/outage`);
    assertEquals(await page.title(), "Inbox");
    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: "Download" }).first().click();
    assertEquals((await download).suggestedFilename(), "a.pdf");
    await page.getByRole("button", { name: "Text" }).click();
    await page.locator("pre").getByText("Bonjour").waitFor();
  });
});

Deno.test("the inbox is accessible and fits a narrow screen", async () => {
  await withPage(async (page, base) => {
    await sms(base, "Votre code : 482913");
    await mailClient(base).messages.create("mail.example", {
      from: "a@mail.example",
      to: "someone.with.a.long.address@subdomain.of.a.long.domain.example",
      subject: "Donaudampfschifffahrtsgesellschaftskapitänsmütze",
      text: "Bonjour",
    });
    await page.locator("summary").click();
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      const { violations } = await new AxeBuilder({ page }).analyze();
      assertEquals(
        violations.map(({ id, nodes }) => [id, nodes.map((one) => one.html)]),
        [],
      );
    }
    assertEquals(
      await page.evaluate("document.documentElement.scrollWidth"),
      320,
    );
  });
});
