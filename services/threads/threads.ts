import type {
  ThreadConsultation,
  ThreadEntry,
  ThreadPeople,
  ThreadRecord,
} from "@/domain/threads.ts";
import { asId } from "@/services/appointments/appointments.ts";
import type { Person } from "@/services/auth/session.ts";
import { Problem, unwrap } from "@/services/http/problem.ts";
import { personClient } from "@/services/supabase.ts";

/** The threads of this person, the latest first. */
export async function listThreads(person: Person): Promise<ThreadEntry[]> {
  const rows = unwrap(
    await personClient(person.accessToken).rpc("my_threads_page"),
  );
  return rows.map((row) => ({
    ...peopleOf(row),
    closed: row.closed,
    // Generated types do not know that the columns of a function may be null.
    last: (row.last_sent_at as string | null) === null ? null : {
      body: row.last_body,
      author: row.last_author,
      sent_at: row.last_sent_at,
    },
    unread: row.unread,
  }));
}

/** The head of a thread. Throws `not_found`, for somebody else's too. */
export async function readThread(
  person: Person,
  id: string | undefined,
): Promise<ThreadRecord> {
  const [row] = unwrap(
    await personClient(person.accessToken).rpc("thread_page", {
      thread: asId(id),
    }),
  );
  if (row === undefined) throw new Problem(404, "not_found");
  return {
    ...peopleOf(row),
    closed_reason: row.closed_reason,
    may_write: row.may_write,
    answers_within_days: row.answers_within_days,
    away_from: row.away_from,
    away_until: row.away_until,
    unread_elsewhere: row.unread_elsewhere,
  };
}

/** The consultations of the two people of a thread, oldest first; none for somebody else's thread. */
export async function readConsultations(
  person: Person,
  thread: string | undefined,
): Promise<ThreadConsultation[]> {
  return unwrap(
    await personClient(person.accessToken).rpc("thread_consultations", {
      thread: asId(thread),
    }),
  );
}

/** Takes no new messages in a thread, with a sentence for the patient. Throws `reason_missing`, `not_found`. */
export async function closeThread(
  doctor: Person,
  thread: string | undefined,
  reason: string,
): Promise<void> {
  unwrap(
    await personClient(doctor.accessToken).rpc("close_thread", {
      thread: asId(thread),
      reason,
    }),
  );
}

/** Takes messages in a thread again. Throws `not_found`. */
export async function reopenThread(
  doctor: Person,
  thread: string | undefined,
): Promise<void> {
  unwrap(
    await personClient(doctor.accessToken).rpc("reopen_thread", {
      thread: asId(thread),
    }),
  );
}

function peopleOf(row: {
  id: string;
  doctor_title: string;
  doctor_first_name: string;
  doctor_last_name: string;
  doctor_slug: string;
  time_zone: string;
  patient_first_name: string;
  patient_last_name: string;
  own: boolean;
  as_doctor: boolean;
}): ThreadPeople {
  return {
    id: row.id,
    doctor: {
      title: row.doctor_title,
      first_name: row.doctor_first_name,
      last_name: row.doctor_last_name,
      slug: row.doctor_slug,
      time_zone: row.time_zone,
    },
    patient: {
      first_name: row.patient_first_name,
      last_name: row.patient_last_name,
      own: row.own,
    },
    me: row.as_doctor ? "doctor" : "patient",
  };
}
