import type { Person } from "@/services/auth/session.ts";
import { unwrap } from "@/services/http/problem.ts";
import { personClient } from "@/services/supabase.ts";

/** What a patient says after a consultation: 1 (no, bad) to 3 (yes, good). */
export interface Feedback {
  soundAndPicture: number;
  solved: number;
  again: number;
}

/** Keeps it, the first time only. Throws `feedback_incomplete`, `no_consultation`, `not_found`. */
export async function giveFeedback(
  person: Person,
  id: string,
  { soundAndPicture, solved, again }: Feedback,
): Promise<void> {
  unwrap(
    await personClient(person.accessToken).rpc("give_feedback", {
      appointment_id: id,
      sound_and_picture: soundAndPicture,
      solved,
      again,
    }),
  );
}
