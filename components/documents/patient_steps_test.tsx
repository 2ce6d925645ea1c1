import { assert, assertEquals } from "@std/assert";
import { renderToString } from "preact-render-to-string";
import type { DocumentDelivery } from "@/domain/document_records.ts";
import { texts } from "@/i18n/texts.ts";
import { DeliveryList } from "./DeliveryList.tsx";
import { PatientSteps } from "./PatientSteps.tsx";

const words = texts("en").documents;

const copy: DocumentDelivery = {
  id: "1",
  recipient: "pharmacy",
  purpose: "copy",
  state: "waiting",
  name: "Globe Pharmacy",
  city: "Luxembourg",
  address: "globe@pharmacy.example",
  reason: null,
};

const failed: DocumentDelivery = {
  ...copy,
  state: "failed",
  reason: "550 5.1.1 mailbox unknown",
};

function steps(deliveries: DocumentDelivery[]): string {
  const document = {
    ...{ id: "2", kind: "prescription", employer_sha256: null } as const,
    deliveries,
  };
  return renderToString(
    <PatientSteps document={document} language="en" texts={words} />,
  );
}

Deno.test("a patient is told where the copy goes, that it did not arrive, or to choose where", () => {
  for (const state of ["waiting", "sent", "delivered"] as const) {
    assert(steps([failed, { ...copy, state }]).includes("sent to Globe"));
  }
  assert(steps([failed]).includes("did not reach Globe Pharmacy"));
  assert(steps([]).includes(words.choosePharmacyFirst));
});

Deno.test("what a mail server said of a failure is for the doctor, who can send again", () => {
  const list = (retry?: string) =>
    renderToString(
      <DeliveryList deliveries={[failed]} texts={words} retry={retry} />,
    );
  assert(list().includes(words.deliveryFailed));
  assertEquals(list().includes("mailbox unknown"), false);
  assert(list("/retry").includes("mailbox unknown"));
});
