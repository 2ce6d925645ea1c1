import type { SupabaseClient } from "@supabase/supabase-js";
import { getLogger } from "@logtape/logtape";
import { sendMail } from "@/services/mail.ts";
import type { FreeDoctor } from "@/services/messages/types.ts";
import {
  letterhead,
  type MessageSources,
} from "@/services/notification_message.ts";
import { sendSms } from "@/services/sms.ts";
import { serviceClient, visitorClient } from "@/services/supabase.ts";
import type { OutboxTools } from "./outbox.ts";

const log = getLogger(["econsult", "outbox"]);

/** So many doctors are named in a cancellation. */
const FREE_DOCTORS = 5;

/** The tools of this installation. */
export function outboxTools(signal?: AbortSignal): OutboxTools {
  const client = serviceClient();
  return {
    client,
    sendSms,
    sendMail,
    sources: messageSources(client, visitorClient()),
    head: letterhead(),
    signal,
  };
}

/** Links from Supabase Auth, doctors from the public directory. */
export function messageSources(
  service: SupabaseClient,
  visitor: SupabaseClient,
): MessageSources {
  return {
    activationLink: (email) => activationLink(service, email),
    freeDoctors: () => freeDoctors(visitor),
  };
}

/** An invitation while the address is unconfirmed; after that Auth only gives links to a new password. */
async function activationLink(service: SupabaseClient, email: string) {
  const { admin } = service.auth;
  const invite = await admin.generateLink({ type: "invite", email });
  if (!invite.error) {
    const token = invite.data.properties.hashed_token;
    return { token, type: "invite" as const };
  }
  if (invite.error.code !== "email_exists") throw invite.error;
  const recovery = await admin.generateLink({ type: "recovery", email });
  if (recovery.error) throw recovery.error;
  const token = recovery.data.properties.hashed_token;
  return { token, type: "recovery" as const };
}

/** Nobody, when the directory does not answer: a cancellation does not wait for it. */
async function freeDoctors(visitor: SupabaseClient): Promise<FreeDoctor[]> {
  const { data, error } = await visitor.rpc("doctor_directory");
  if (error) {
    log.warn("free doctors not known: {reason}", { reason: error.code });
    return [];
  }
  const doctors: (FreeDoctor & { free_now: boolean })[] = data;
  return doctors.filter((doctor) => doctor.free_now).slice(0, FREE_DOCTORS);
}
