import type { DocumentDelivery } from "@/domain/document_records.ts";
import type { DocumentTexts } from "@/i18n/document_names.ts";
import { Badge, type BadgeKind } from "@/components/ui/Badge.tsx";
import { Button } from "@/components/ui/Button.tsx";
import { Field } from "@/components/ui/Field.tsx";

interface DeliveryListProps {
  deliveries: readonly DocumentDelivery[];
  texts: DocumentTexts;
  /** Where a failed one is sent again; doctors only, who also read what the mail server said of it. */
  retry?: string;
}

const looks: Readonly<
  Record<
    DocumentDelivery["state"],
    { kind: BadgeKind; text: keyof DocumentTexts }
  >
> = {
  waiting: { kind: "wait", text: "deliveryWaiting" },
  sent: { kind: "action", text: "deliverySent" },
  delivered: { kind: "call", text: "deliveryDelivered" },
  failed: { kind: "end", text: "deliveryFailed" },
};

/** Voided before it left; nothing failed, and it cannot be sent any more. Mirrored in SQL: public.void_document. */
function isStopped({ state, reason }: DocumentDelivery): boolean {
  return state === "failed" && reason === "document voided";
}

function lookOf(delivery: DocumentDelivery) {
  return isStopped(delivery)
    ? { kind: "neutral", text: "deliveryStopped" } as const
    : looks[delivery.state];
}

/** Who gets a document, and how far it is on its way. */
export function DeliveryList({ deliveries, texts, retry }: DeliveryListProps) {
  return (
    <ul class="panel rows list-plain">
      {deliveries.map((delivery) => (
        <li key={delivery.id} class="stack stack-s">
          <div class="row row-spread">
            <span dir="auto">{nameOf(delivery, texts)}</span>
            <Badge kind={lookOf(delivery).kind}>
              {texts[lookOf(delivery).text]}
            </Badge>
          </div>
          {retry && delivery.state === "failed" && !isStopped(delivery) && (
            <>
              <p class="soft small">{delivery.reason}</p>
              <form method="post" action={retry} class="row">
                <input type="hidden" name="delivery" value={delivery.id} />
                <Field
                  name="address"
                  id={`address-${delivery.id}`}
                  type="email"
                  label={texts.otherAddress}
                  optional=""
                  value={delivery.address ?? ""}
                />
                <Button kind="secondary" icon="send">{texts.retry}</Button>
              </form>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

function nameOf(
  { recipient, purpose, name, city, address }: DocumentDelivery,
  texts: DocumentTexts,
): string {
  const who = recipient === "cns"
    ? texts.recipientCns
    : [name, city].filter(Boolean).join(", ");
  const why = {
    copy: "",
    voided: texts.purposeVoided,
    withdrawn: texts.purposeWithdrawn,
    payment: texts.purposePayment,
    not_delivered: texts.purposeNotDelivered,
    forward: texts.purposeForward,
  }[purpose];
  return [who, why && `(${why})`, address].filter(Boolean).join(" ");
}
