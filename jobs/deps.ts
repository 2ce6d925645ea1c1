import type { SupabaseClient } from "@supabase/supabase-js";
import { getLogger } from "@logtape/logtape";
import { env } from "@/env.ts";
import { sign } from "@/services/documents/signature/signer.ts";
import { newActivationToken } from "@/services/accounts/activation.ts";
import type { ActivationLink } from "@/services/notifications/account_emails.ts";
import type { Claimed } from "@/services/notifications/claimed.ts";
import { newEmailChangeToken } from "@/services/accounts/email_change.ts";
import { newGuestToken } from "@/services/call/guests.ts";
import { doctorsFreeNow } from "@/services/directory/directory.ts";
import { findMail, sendMail } from "@/services/notifications/mail.ts";
import type { FreeDoctor } from "@/services/notifications/types.ts";
import {
  emailContext,
  type MessageSources,
} from "@/services/notifications/message.ts";
import { findSms, sendSms } from "@/services/notifications/sms.ts";
import { serviceClient, visitorClient } from "@/services/supabase.ts";
import { scan } from "@/services/attachments/clamd.ts";
import { readObject, removeObjects } from "@/services/attachments/storage.ts";
import type { AttachmentDeps } from "./attachments.ts";
import { callFunction } from "./claims.ts";
import type { DocumentDeps } from "./documents.ts";
import type { OutboxDeps } from "./outbox.ts";

const log = getLogger(["econsult", "outbox"]);

/** So many doctors are named in a cancellation. */
const FREE_DOCTORS = 5;

/** The deps of this installation. */
export function outboxTools(signal?: AbortSignal): OutboxDeps {
  const client = serviceClient();
  return {
    client,
    sendSms,
    findSms,
    sendMail,
    findMail,
    sources: messageSources(client, visitorClient()),
    head: emailContext(),
    signal,
  };
}

/** The same for documents. */
export function documentTools(signal?: AbortSignal): DocumentDeps {
  return {
    client: serviceClient(),
    sign,
    sendMail,
    findMail,
    head: emailContext(),
    documentMail: env().DOCUMENT_MAIL,
    scan: scanner(),
    signal,
  };
}

/** The same for files of messages. */
export function attachmentTools(signal?: AbortSignal): AttachmentDeps {
  return {
    call: (name, args = {}) => callFunction(serviceClient(), name, args),
    read: readObject,
    remove: removeObjects,
    scan: scanner(),
    signal,
  };
}

/** The virus scanner of this installation, if there is one. */
function scanner(): AttachmentDeps["scan"] {
  const url = env().CLAMD_URL;
  return url === undefined ? null : (file) => scan(url, file);
}

/** Links from Supabase Auth, doctors from the public directory. */
export function messageSources(
  service: SupabaseClient,
  visitor: SupabaseClient,
): MessageSources {
  return {
    activationLink: (notification) => activationLink(service, notification),
    emailChangeToken: (changeId) => newEmailChangeToken(service, changeId),
    guestToken: (guestId) => newGuestToken(service, guestId),
    freeDoctors: () => freeDoctors(visitor),
  };
}

/** Our own token for a sign-up; Auth's for somebody whom an administrator invited. */
async function activationLink(
  service: SupabaseClient,
  { sign_up_id, email }: Pick<Claimed, "sign_up_id" | "email">,
): Promise<ActivationLink> {
  if (sign_up_id !== null) {
    const token = await newActivationToken(service, sign_up_id);
    return { token, type: "sign-up" };
  }
  const { data, error } = await service.auth.admin.generateLink({
    type: "invite",
    email,
  });
  if (error) throw error;
  return { token: data.properties.hashed_token, type: "invite" };
}

/** Nobody, when the directory does not answer: a cancellation does not wait for it. */
async function freeDoctors(
  visitor: SupabaseClient,
): Promise<readonly FreeDoctor[]> {
  try {
    return await doctorsFreeNow(visitor, FREE_DOCTORS);
  } catch (error) {
    log.warn("free doctors not known: {error}", { error });
    return [];
  }
}
