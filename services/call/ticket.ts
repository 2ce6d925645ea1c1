import { fullName } from "@/domain/names.ts";
import { rings } from "@/domain/appointment.ts";
import type { CallTicket } from "@/domain/call_ticket.ts";
import { type AppointmentRecord, doctorName } from "@/domain/records.ts";
import type { Env } from "@/env.ts";
import { callToken, roomOf } from "./token.ts";
import { Problem } from "@/services/http/problem.ts";
import type { Person } from "@/services/auth/session.ts";

/**
 * The ticket for this person and appointment, from the moment it rings: the doctor enters then, and the patient's
 * browser makes its connection, to enter once the call is taken. Throws `no_consultation` before and after.
 */
export async function callTicket(
  person: Person,
  appointment: AppointmentRecord,
  env: Env,
): Promise<CallTicket> {
  const moderator = person.id === appointment.doctor.id;
  const open = appointment.state === "in_progress" ||
    rings(appointment, appointment.now);
  if (!open) throw new Problem(409, "no_consultation");
  const { patient, doctor } = appointment;
  return {
    ...callPlace(appointment.id, env),
    token: await callToken({
      appointmentId: appointment.id,
      personId: person.id,
      name: moderator
        ? doctorName(doctor)
        : patient.own
        ? fullName(patient)
        : `${person.name} (${fullName(patient)})`,
      moderator,
    }, env),
  };
}

/** Where the call of an appointment takes place: the same for all who take part. */
export function callPlace(
  appointmentId: string,
  env: Env,
): Omit<CallTicket, "token"> {
  return {
    jitsiUrl: env.JITSI_URL,
    domain: env.JITSI_DOMAIN,
    room: roomOf(appointmentId),
    stunServers: env.STUN_SERVERS.split(",").filter(Boolean).map((host) =>
      `stun:${host.trim()}`
    ),
  };
}
