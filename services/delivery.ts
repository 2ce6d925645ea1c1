/**
 * What became of handing a message to a carrier. `retry`: later it may go well, and it is not known to have left.
 * `refused`: the same message would be refused again. `reason` is for administrators: a short technical word
 * without number, address or content.
 */
export type Delivery =
  | { readonly outcome: "sent"; readonly carrierId: string }
  | { readonly outcome: "retry"; readonly reason: string }
  | { readonly outcome: "refused"; readonly reason: string };

/** Whether an HTTP status says that this very message can never be taken; keys, limits and outages pass. */
export function isFinal(status: number): boolean {
  return status >= 400 && status < 500 &&
    ![401, 403, 404, 408, 409, 425, 429].includes(status);
}
