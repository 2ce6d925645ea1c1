import { assertEquals, assertStringIncludes } from "@std/assert";
import { createClient } from "@supabase/supabase-js";
import { signDetached } from "@/services/documents/signature/pades.ts";
import { readPkcs12 } from "@/services/documents/signature/pkcs12.ts";
import { sha256Of } from "@/services/documents/files.ts";
import type { Mail } from "@/services/notifications/mail.ts";
import { emailContext } from "@/services/notifications/message.ts";
import { newPkcs12 } from "../local/certificate.ts";
import { smallPdf } from "../tests/attachments.ts";
import { paracetamol } from "../tests/documents.ts";
import { textOf, verdictOf } from "../tests/pdf_tools.ts";
import { type DocumentDeps, processDocuments } from "./documents.ts";
import { outboxProject } from "./testing.ts";

Deno.test("documents are made once and sent once, whatever fails", async (t) => {
  await using project = await outboxProject();
  const { sql, client } = project;
  const identity = await readPkcs12(
    Uint8Array.fromBase64(await newPkcs12("Praxis", "secret")),
    "secret",
  );
  const mails: Mail[] = [];
  const deps = (over: Partial<DocumentDeps> = {}): DocumentDeps => ({
    client,
    sign: (bytes) => signDetached(bytes, identity),
    sendMail: (mail) => {
      mails.push(mail);
      const providerMessageId = `provider-${mail.notificationId}`;
      return Promise.resolve({ outcome: "sent", providerMessageId });
    },
    findMail: () => Promise.resolve(null),
    head: emailContext(),
    documentMail: "attachment",
    scan: null,
    ...over,
  });
  /** A document of Dr Weber's that was signed eleven seconds ago. */
  const signed = async (
    kind = "prescription",
    content: Parameters<typeof sql.json>[0] = paracetamol,
  ): Promise<string> => {
    mails.length = 0;
    const [row] = await sql`
      insert into public.documents (kind, appointment_id, patient_id, doctor_id, language, content, issues_at)
      select ${kind}, appointment.id, patient_id, doctor_id, 'fr', ${
      sql.json(content)
    }, now() - interval '1 second'
      from public.appointments as appointment
      join public.doctors as doctor on doctor.id = doctor_id and slug = 'claire-weber'
      join public.patients as patient on patient.id = patient_id and patient.last_name = 'Schneider'
      where appointment.state = 'completed'
      limit 1
      returning id`;
    return row?.id;
  };
  const made = async (id: string) => {
    const [row] = await sql`
      select state, sha256, last_error, lease from public.documents where id = ${id}`;
    return row;
  };
  const states = async (id: string) => {
    const rows = await sql`
      select recipient, purpose, state from public.document_deliveries where document_id = ${id} order by recipient, purpose`;
    return rows.map((row) => `${row.recipient} ${row.purpose} ${row.state}`);
  };

  await t.step(
    "three workers at once: one file, one e-mail for each",
    async () => {
      const id = await signed();
      await Promise.all([1, 2, 3].map(() => processDocuments(deps())));
      assertEquals(mails.map(({ to }) => to).sort(), [
        "globe@pharmacie.example",
        "marie.schneider@mail.example",
      ]);
      const hashes = await Promise.all(
        mails.map(async ({ attachments = [] }) =>
          await sha256Of(await attachments[0]?.bytes() ?? new Uint8Array())
        ),
      );
      const { sha256 } = await made(id) ?? {};
      assertEquals(hashes, [sha256, sha256]);
      const { data } = await client.storage.from("documents").list(id);
      assertEquals(data?.map(({ name }) => name), [`${sha256}.pdf`]);
      assertEquals(await states(id), [
        "patient copy sent",
        "pharmacy copy sent",
      ]);
    },
  );

  await t.step(
    "the signature cannot be made: nothing leaves, and it is made later",
    async () => {
      const id = await signed();
      const broken = () => Promise.reject(new Error("the key is not there"));
      await processDocuments(deps({ sign: broken }));
      assertEquals((await made(id))?.sha256, null);
      assertEquals(mails, []);
      await sql`update public.documents set leased_until = null where id = ${id}`;
      await processDocuments(deps());
      assertEquals(mails.length, 2);
    },
  );

  await t.step(
    "Storage is down: nothing leaves, and it is made once Storage is back",
    async () => {
      const id = await signed();
      const down = createClient("http://127.0.0.1:9", "none", {
        auth: { persistSession: false, autoRefreshToken: false },
      });
      const without = new Proxy(client, {
        get: (whole, name) =>
          name === "storage" ? down.storage : Reflect.get(whole, name),
      });
      await processDocuments(deps({ client: without }));
      assertEquals([(await made(id))?.sha256, mails.length], [null, 0]);
      await sql`update public.documents set leased_until = null where id = ${id}`;
      await processDocuments(deps());
      assertEquals(mails.length, 2);
    },
  );

  await t.step(
    "a worker that died while it made the PDF: the next one makes it, and it is sent once",
    async () => {
      const id = await signed();
      await client.rpc("claim_documents", { batch: 5, lease_seconds: 60 });
      await processDocuments(deps());
      assertEquals([(await made(id))?.sha256, mails.length], [null, 0]);
      await sql`
      update public.documents set leased_until = now() - interval '1 second' where id = ${id}`;
      await processDocuments(deps());
      await processDocuments(deps());
      assertEquals(mails.length, 2);
    },
  );

  await t.step(
    "a worker that died after it had handed the e-mails over, and whose report was lost: the provider is asked first",
    async () => {
      const id = await signed();
      const asked: string[] = [];
      const silent = deps({
        sendMail: (mail) => {
          mails.push(mail);
          return Promise.resolve({ outcome: "retry", reason: "no answer" });
        },
      });
      await processDocuments(silent);
      assertEquals(mails.length, 2);
      await sql`update public.document_deliveries set due_at = now() where document_id = ${id}`;
      await processDocuments(deps({
        findMail: ({ notificationId }) => {
          asked.push(notificationId);
          return Promise.resolve(`provider-${notificationId}`);
        },
      }));
      assertEquals([mails.length, asked.length], [2, 2]);
      assertEquals(await states(id), [
        "patient copy sent",
        "pharmacy copy sent",
      ]);
    },
  );

  await t.step(
    "the provider is down for an hour: it is tried again after 1, 4, 16 and 64 minutes, and arrives once",
    async () => {
      const id = await signed();
      const down = deps({
        sendMail: () =>
          Promise.resolve({ outcome: "retry", reason: "mailgun 503" }),
      });
      const pauses: number[] = [];
      const hasPassed = () => pauses.reduce((sum, one) => sum + one, 0) > 60;
      while (!hasPassed()) {
        await processDocuments(down);
        // Before it is due nothing is tried.
        await processDocuments(deps());
        const [row] = await sql`
          select round(extract(epoch from max(due_at) - now()) / 60)::int as minutes,
            array_agg(distinct last_error) as errors, array_agg(distinct state::text) as states
          from public.document_deliveries where document_id = ${id}`;
        assertEquals([row?.errors, row?.states], [["mailgun 503"], [
          "waiting",
        ]]);
        pauses.push(row?.minutes);
        await sql`update public.document_deliveries set due_at = now() where document_id = ${id}`;
      }
      assertEquals([pauses, mails.length], [[1, 4, 16, 64], 0]);
      await processDocuments(deps());
      await processDocuments(deps());
      assertEquals(mails.map(({ to }) => to).sort(), [
        "globe@pharmacie.example",
        "marie.schneider@mail.example",
      ]);
      assertEquals(await states(id), [
        "patient copy sent",
        "pharmacy copy sent",
      ]);
    },
  );

  await t.step(
    "the pharmacy's mailbox refuses: the doctor sees it, the patient is told to choose another one",
    async () => {
      const id = await signed();
      const { sendMail } = deps();
      await processDocuments(deps({
        sendMail: (mail) =>
          mail.to.includes("pharmacie")
            ? Promise.resolve({ outcome: "refused", reason: "mailgun 400" })
            : sendMail(mail),
      }));
      assertEquals(await states(id), [
        "patient copy sent",
        "patient not_delivered sent",
        "pharmacy copy failed",
      ]);
    },
  );

  await t.step(
    "the pharmacy's e-mail comes back a day later: the doctor sees it, the patient is told, once",
    async () => {
      const id = await signed();
      await processDocuments(deps());
      const [row] = await sql`
        select provider_message_id from public.document_deliveries where document_id = ${id} and recipient = 'pharmacy'`;
      const report = (delivered: boolean, reason?: string) =>
        client.rpc("delivery_reported", {
          provider_message_id: row?.provider_message_id,
          delivered,
          reason,
        });
      await report(true);
      await report(false, "550 no such mailbox");
      await report(false, "550 no such mailbox");
      await report(true);
      mails.length = 0;
      await processDocuments(deps());
      assertEquals(mails.map(({ to }) => to), ["marie.schneider@mail.example"]);
      assertEquals(await states(id), [
        "patient copy sent",
        "patient not_delivered sent",
        "pharmacy copy failed",
      ]);
    },
  );

  await t.step(
    "an employer gets the sheet without the diagnosis; when it comes back, the patient is told from where",
    async () => {
      const day = (days: number) =>
        Temporal.Now.plainDateISO("UTC").add({ days }).toString();
      const id = await signed("sick_leave", {
        ...{ from: day(1), to: day(2), type: "initial", reason: "" },
        ...{ diagnosis: "J06.9", outings: "free" },
      });
      await processDocuments(deps());
      mails.length = 0;
      const address = "rh@employeur.example";
      const [forward] = await sql`
        insert into public.document_deliveries (document_id, recipient, purpose, account_id, address)
        select document_id, 'other', 'forward', account_id, ${address}
        from public.document_deliveries where document_id = ${id} and recipient = 'patient'
        returning id`;
      await processDocuments(deps());
      assertEquals(mails.map(({ to }) => to), [address]);
      const files = mails[0]?.attachments ?? [];
      assertEquals(files.length, 1);
      const pdf = await files[0]?.bytes() ?? new Uint8Array();
      const text = await textOf(pdf);
      assertEquals(
        [/Feuillet 2/.test(text), /Feuillet [13]|J06/.test(text)],
        [true, false],
      );
      assertEquals(await verdictOf(pdf), "Signature is Valid.");
      const [row] = await sql`
        select employer_sha256, sha256, code from public.documents where id = ${id}`;
      assertEquals(await sha256Of(pdf), row?.employer_sha256);
      // Whoever drops this sheet on the public page is told that it is genuine.
      const { data } = await client.rpc("verify_document", { code: row?.code });
      assertEquals(data?.sha256, [row?.sha256, row?.employer_sha256]);
      mails.length = 0;
      await client.rpc("delivery_reported", {
        ...{ provider_message_id: `provider-${forward?.id}` },
        ...{ delivered: false, reason: "550 no such mailbox" },
      });
      await processDocuments(deps());
      assertEquals(mails.map(({ to }) => to), ["marie.schneider@mail.example"]);
      assertStringIncludes(mails[0]?.text ?? "", address);
    },
  );

  await t.step(
    "a proof of payment leaves once the virus scanner has seen it, and never with a virus",
    async () => {
      const id = await signed("fee_note", {
        ...{ lines: [{ code: "C45", quantity: 1 }] },
        ...{ supplement_cents: 0, paid_cents: 0 },
      });
      await processDocuments(deps());
      mails.length = 0;
      const proof_path = `${id}/payment-1.pdf`;
      await client.storage.from("documents").upload(
        proof_path,
        new Blob([smallPdf], { type: "application/pdf" }),
      );
      const pay = () =>
        sql`
        insert into public.document_deliveries (document_id, recipient, purpose, proof_path, proof_name)
        values (${id}, 'cns', 'payment', ${proof_path}, 'payment.pdf')`;
      await pay();
      const silent = () => Promise.reject(new Error("clamd: no answer"));
      await processDocuments(deps({ scan: silent }));
      assertEquals(mails, []);
      await sql`update public.document_deliveries set due_at = now() where document_id = ${id}`;
      const infected = { clean: false, found: "Eicar" } as const;
      await processDocuments(deps({ scan: () => Promise.resolve(infected) }));
      assertEquals([mails.length, await states(id)], [0, [
        "patient copy sent",
        "cns payment failed",
      ]]);
      await pay();
      const clean = { clean: true } as const;
      await processDocuments(deps({ scan: () => Promise.resolve(clean) }));
      assertEquals(mails.map(({ attachments }) => attachments?.length), [2]);
    },
  );

  await t.step(
    "an installation that wants no health data in e-mail sends the patient a link, the pharmacy the file",
    async () => {
      await signed();
      await processDocuments(deps({ documentMail: "link" }));
      assertEquals(
        mails.map(({ to, attachments = [] }) => [to, attachments.length])
          .sort(),
        [["globe@pharmacie.example", 1], ["marie.schneider@mail.example", 0]],
      );
    },
  );

  await t.step(
    "a void document is told of, and what was not sent yet stays here",
    async () => {
      const id = await signed();
      await client.rpc("claim_documents", { batch: 5, lease_seconds: 1 });
      await sql`
      select private.void(document, 'Erreur de patient') from public.documents as document where id = ${id}`;
      await sql`update public.documents set leased_until = null where id = ${id}`;
      await processDocuments(deps());
      assertEquals(
        mails.map(({ to, subject }) => [to, /annulé/.test(subject)]),
        [
          ["marie.schneider@mail.example", true],
        ],
      );
    },
  );
});
