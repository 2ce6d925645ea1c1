import { env } from "@/env.ts";
import { asId } from "@/services/appointments/appointments.ts";
import type { Person } from "@/services/auth/session.ts";
import { Problem, unwrap } from "@/services/http/problem.ts";
import { isPushService } from "@/services/notifications/push_services.ts";
import { personClient } from "@/services/supabase.ts";

/** Keeps a browser of this person to tell it of one appointment's call. Throws `bad_request` for an unknown push service. */
export async function savePushSubscription(
  person: Person,
  id: string | undefined,
  { endpoint, keys }: {
    endpoint: string;
    keys: { p256dh: string; auth: string };
  },
): Promise<void> {
  if (!isPushService(endpoint, env().PUSH_SERVICES)) {
    throw new Problem(400, "bad_request");
  }
  unwrap(
    await personClient(person.accessToken).rpc("save_push_subscription", {
      appointment_id: asId(id),
      endpoint,
      ...keys,
    }),
  );
}
