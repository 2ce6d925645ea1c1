import type { SupabaseClient } from "@supabase/supabase-js";
import {
  clientOf,
  newAppointment,
  newDoctor,
  newPatient,
  type TestPerson,
  visitorClient,
} from "../people.ts";

/** A patient and a doctor with an appointment that begins in so many minutes, and what each of them does with it. */
export async function newVisit(
  minutes = -1,
  doctorIs?: Parameters<typeof newDoctor>[0],
) {
  const [patient, doctor] = [await newPatient(), await newDoctor(doctorIs)];
  const appointment_id = await newAppointment(patient, doctor, minutes);
  const [asPatient, asDoctor] = [
    await clientOf(patient),
    await clientOf(doctor),
  ];
  const act = async (
    client: SupabaseClient,
    act: string,
    reason?: string,
  ): Promise<string> => {
    const { data, error } = await client.rpc("transition_appointment", {
      appointment_id,
      act,
      reason,
    });
    return error?.message ?? data;
  };
  return { patient, doctor, appointment_id, asPatient, asDoctor, act };
}

/** The starts of a doctor's free slots, from so many hours from now to so many. */
export async function freeStarts(
  doctor: Pick<TestPerson, "id">,
  from: number,
  to: number,
): Promise<string[]> {
  const at = (hours: number) =>
    new Date(Date.now() + hours * 3_600_000).toISOString();
  const { data } = await visitorClient().rpc("free_slots", {
    doctor_id: doctor.id,
    from_at: at(from),
    to_at: at(to),
  });
  return data.map(({ starts_at }: { starts_at: string }) => starts_at);
}
