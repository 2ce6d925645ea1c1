import type { GuestRecord } from "@/domain/guests.ts";
import type { ThirdTexts } from "@/i18n/guests.ts";
import { t } from "@/i18n/mod.ts";

/** `Samira Haddad (interprète, arabe)`. */
function guestLabel(
  { name, role, detail }: Pick<GuestRecord, "name" | "role" | "detail">,
  texts: ThirdTexts,
): string {
  const words = [texts[role], detail].filter(Boolean).join(", ");
  return `${name} (${words})`;
}

/** Where the guest stands, in one sentence; empty for an invitation that was withdrawn. */
export function guestStateText(guest: GuestRecord, texts: ThirdTexts): string {
  const name = guestLabel(guest, texts);
  switch (guest.state) {
    case "invited":
      return t(guest.opened ? texts.stateOpened : texts.stateInvited, { name });
    case "waiting":
      return t(texts.stateWaiting, { name });
    case "admitted":
      return t(texts.stateAdmitted, { name });
    case "left":
      return t(texts.stateLeft, { name });
    case "refused":
      return t(texts.stateRefused, { name });
    case "removed":
      return t(texts.stateRemoved, { name });
    case "withdrawn":
      return "";
  }
}
