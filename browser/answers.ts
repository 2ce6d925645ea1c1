import * as v from "valibot";
import { attachmentStandings } from "@/domain/attachments.ts";
import { guestStates, type GuestVisit } from "@/domain/guests.ts";
import type { PatientFile } from "@/domain/practice.ts";
import type { AppointmentRecord, DayRecord } from "@/domain/records.ts";

/**
 * The shapes by which an answer is known as ours. They check what only our server would say; the rest of a record has
 * the type that services/ gave it.
 */
function ours<Content>(shape: v.GenericSchema): v.GenericSchema<Content> {
  return v.custom<Content>((input) => v.is(shape, input));
}

const identified = v.looseObject({ id: v.string() });

/** `GET /api/appointments/:id`. */
export const AppointmentAnswer = ours<AppointmentRecord>(v.looseObject({
  id: v.string(),
  state: v.string(),
  starts_at: v.string(),
  now: v.string(),
  doctor: identified,
  patient: identified,
}));

/** `GET /api/documents/:id/ready`. */
export const ReadyAnswer = v.object({ ready: v.boolean() });

/** `GET /api/workspace`. */
export const DayAnswer = ours<DayRecord>(v.looseObject({
  day: v.string(),
  now: v.string(),
  doctor: identified,
  appointments: v.array(v.looseObject({
    id: v.string(),
    state: v.string(),
    patient: identified,
  })),
}));

/** `GET /api/threads/:thread/messages/:id`. */
export const MessageAnswer = v.object({
  id: v.string(),
  thread_id: v.string(),
  author: v.picklist(["patient", "doctor"]),
  body: v.string(),
  sent_at: v.string(),
  read_at: v.nullable(v.string()),
  attachment: v.nullable(v.object({
    type: v.nullable(v.string()),
    bytes: v.nullable(v.number()),
    standing: v.picklist(attachmentStandings),
    inCall: v.boolean(),
  })),
});

/** `POST /api/threads/:id/attachments` (services/attachments/send.ts); null: the bytes have arrived. */
export const UploadTicket = v.nullable(v.object({
  url: v.string(),
  bucket: v.string(),
  path: v.string(),
  token: v.string(),
}));
export type UploadTicket = NonNullable<v.InferOutput<typeof UploadTicket>>;

/** `GET /api/threads/:id/messages`. */
export const MessagesAnswer = v.array(MessageAnswer);

/** `POST /api/appointments/:id/transitions/:act`: where the appointment stands after it. */
export const TransitionAnswer = v.object({ state: v.string() });

/** `GET /api/guest` (services/call/guest_visit.ts). */
export const GuestAnswer = ours<GuestVisit>(v.looseObject({
  name: v.string(),
  state: v.picklist(guestStates),
  now: v.string(),
  doctor: v.looseObject({ last_name: v.string() }),
}));

/** `POST /api/guests/:id/:act`: where the guest stands after it. */
export const GuestStateAnswer = v.object({ state: v.picklist(guestStates) });

/** What the server gives for one person and appointment (services/call/ticket.ts). */
export const CallTicket = v.object({
  jitsiUrl: v.string(),
  domain: v.string(),
  room: v.string(),
  token: v.string(),
  /** Our own STUN servers, as `stun:host:port`; may be empty. */
  stunServers: v.array(v.string()),
});
export type CallTicket = v.InferOutput<typeof CallTicket>;

/** `GET /api/access-token`. ISO instants, both of the server's clock. */
export const AccessToken = v.object({
  accessToken: v.string(),
  expiresAt: v.string(),
  now: v.string(),
});

/** `POST` and `PUT /api/workspace/free-now`: until when. */
export const FreeNowAnswer = v.object({ until: v.nullable(v.string()) });

/** `POST /api/appointments/:id/doctor-cancellation`: what may be undone. */
export const CancellationAnswer = v.nullable(v.object({
  cancelled_at: v.string(),
  count: v.number(),
  name: v.nullable(v.string()),
}));

/** `GET /api/unread`. */
export const UnreadAnswer = v.object({ unread: v.number() });

/** `GET /api/patients/:id`. */
export const PatientFileAnswer = ours<PatientFile>(v.looseObject({
  doctor: identified,
  patient: identified,
  appointments: v.array(identified),
  notes: v.array(identified),
}));

/** `PUT /api/patients/:id/notes`. */
export const NotesAnswer = v.object({ saved_at: v.string() });
