import { env } from "@/env.ts";

/** Whom a person may call and write to, as the configuration says. */
export function helpdesk() {
  return {
    phone: env().HELPDESK_PHONE,
    email: env().HELPDESK_EMAIL,
    hours: env().HELPDESK_HOURS,
  };
}
