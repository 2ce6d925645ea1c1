import type { FailureCause } from "./failure_codes.ts";

/**
 * What became of handing a message to a provider. `retry`: it may succeed later, and is not known to have been sent.
 * `refused`: the same message would be refused again. `reason` is for administrators: a short technical word
 * without number, address or content; `cause` what the person can be told.
 */
export type Delivery =
  | { readonly outcome: "sent"; readonly providerMessageId: string }
  | { readonly outcome: "retry"; readonly reason: string }
  | {
    readonly outcome: "refused";
    readonly reason: string;
    readonly cause?: FailureCause;
  };

/** Whether an HTTP status says that this very message can never be taken; keys, limits and outages pass. */
export function isFinal(status: number): boolean {
  return status >= 400 && status < 500 &&
    ![401, 403, 404, 408, 409, 425, 429].includes(status);
}
