import { rings } from "@/domain/appointment.ts";
import { type AppointmentRecord, doctorName } from "@/domain/records.ts";
import type { Env } from "@/env.ts";
import { callToken, roomOf } from "./jitsi_token.ts";
import { Problem } from "./problem.ts";
import type { Person } from "./session.ts";

/** What a browser needs to join one call: where, which room, and a token for this person only. */
export interface CallTicket {
  jitsiUrl: string;
  domain: string;
  room: string;
  token: string;
  stunServers: string[];
}

/**
 * The ticket for this person and appointment. The doctor may enter while it rings, the patient once the call
 * is taken. Throws `no_consultation` before and after.
 */
export async function callTicket(
  person: Person,
  appointment: AppointmentRecord,
  env: Env,
): Promise<CallTicket> {
  const moderator = person.id === appointment.doctor.id;
  const open = appointment.state === "in_progress" ||
    (moderator && rings(appointment, appointment.now));
  if (!open) throw new Problem(409, "no_consultation");
  const { patient, doctor } = appointment;
  return {
    jitsiUrl: env.JITSI_URL,
    domain: env.JITSI_DOMAIN,
    room: roomOf(appointment.id),
    token: await callToken({
      appointmentId: appointment.id,
      personId: person.id,
      name: moderator
        ? doctorName(doctor)
        : `${patient.first_name} ${patient.last_name}`,
      moderator,
    }, env),
    stunServers: env.STUN_SERVERS.split(",").filter(Boolean).map((host) =>
      `stun:${host.trim()}`
    ),
  };
}
