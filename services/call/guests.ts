import type { SupabaseClient } from "@supabase/supabase-js";
import type { GuestAct, GuestRole, GuestState } from "@/domain/guests.ts";
import type { Language } from "@/i18n/mod.ts";
import { asId } from "@/services/appointments/appointments.ts";
import type { Person } from "@/services/auth/session.ts";
import { Problem, unwrap } from "@/services/http/problem.ts";
import { hashOf, newLinkToken } from "@/services/link_token.ts";
import { outboxChanged } from "@/services/notifications/outbox_signal.ts";
import { personClient } from "@/services/supabase.ts";

/** Whom to invite, and how they are written to: by e-mail, or by SMS to an E.164 number. */
export interface Invitation {
  name: string;
  role: GuestRole;
  detail: string;
  email: string | null;
  phone: string | null;
  language: Language;
}

/**
 * Invites a third person to an appointment of this patient or doctor. Throws `not_found`, `appointment_over`,
 * `guest_incomplete`, `guest_invited`, `too_many_guests`.
 */
export async function inviteGuest(
  person: Person,
  appointmentId: string,
  { email, phone, ...invitation }: Invitation,
): Promise<void> {
  unwrap(
    await personClient(person.accessToken).rpc("invite_guest", {
      appointment_id: appointmentId,
      email: email ?? undefined,
      phone: phone ?? undefined,
      ...invitation,
    }),
  );
  outboxChanged();
}

/** Admits, refuses or sends out a guest (doctor), or withdraws the invitation. Throws `not_found`, `doctors_only`, `guest_gone`. */
export async function transitionGuest(
  person: Person,
  guestId: string | undefined,
  act: GuestAct,
): Promise<GuestState> {
  return unwrap(
    await personClient(person.accessToken).rpc("transition_guest", {
      guest_id: asId(guestId),
      act,
    }),
  );
}

/** Makes the token of an invitation's link; only its hash is kept. Throws when the guest no longer waits for one. */
export async function newGuestToken(
  client: SupabaseClient,
  guestId: string,
): Promise<string> {
  const token = newLinkToken();
  const waits = unwrap(
    await client.rpc("add_guest_link", {
      guest_id: guestId,
      link_hash: hashOf(token),
    }),
  );
  if (!waits) throw new Problem(404, "not_found");
  return token;
}
