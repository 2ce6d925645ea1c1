/**
 * What a failure of Twilio's or Mailgun's means for the person: `number` cannot get SMS, `stopped` by STOP from that
 * phone, `region` that we do not write to, `blocked` on the way, `mailbox` that does not exist, `address` on Mailgun's
 * suppression list. `later`: it may go well. `ours`: account or configuration of the operator.
 */
export type FailureCause =
  | "number"
  | "stopped"
  | "region"
  | "blocked"
  | "mailbox"
  | "suppressed"
  | "later"
  | "ours";

interface Failure {
  readonly cause: FailureCause;
  /** For administrators: what happened and what to do, in a few words. */
  readonly note: string;
}

/** Twilio's codes at sending and in reports (twilio.com/docs/api/errors); what is not here is judged by its HTTP status. */
const twilio: Readonly<Record<number, Failure>> = {
  20003: { cause: "ours", note: "wrong credentials" },
  20404: { cause: "ours", note: "unknown account or messaging service" },
  20429: { cause: "later", note: "too many requests" },
  21211: { cause: "number", note: "the number does not exist" },
  21217: { cause: "number", note: "the number is not well-formed" },
  21265: { cause: "number", note: "a short code cannot get SMS" },
  21408: {
    cause: "region",
    note: "country not enabled: Messaging, Geo permissions",
  },
  21601: { cause: "ours", note: "the sender cannot send SMS" },
  21603: { cause: "ours", note: "no sender configured" },
  21606: { cause: "ours", note: "the sender is not this account's" },
  21608: { cause: "ours", note: "trial account: the number is not verified" },
  21610: {
    cause: "stopped",
    note: "the phone sent STOP; only START from it opens it again",
  },
  21611: { cause: "later", note: "the sender's queue is full" },
  21612: { cause: "region", note: "no route from this sender to the number" },
  21614: { cause: "number", note: "not a mobile number" },
  21635: { cause: "number", note: "a landline" },
  30001: { cause: "later", note: "the queue overflowed" },
  30002: { cause: "ours", note: "the account is suspended" },
  30003: { cause: "later", note: "the phone is off or without network" },
  30004: { cause: "blocked", note: "blocked by the network or the person" },
  30005: { cause: "number", note: "the number is unknown to its network" },
  30006: { cause: "number", note: "a landline, or a network without SMS" },
  30007: { cause: "blocked", note: "filtered as spam by the network" },
  30008: { cause: "later", note: "the network gave no reason" },
  30022: { cause: "later", note: "the network's limit is reached" },
  30034: { cause: "ours", note: "the sender is not registered (10DLC)" },
  30450: { cause: "blocked", note: "SMS pumping protection refused it" },
  30453: { cause: "blocked", note: "SMS pumping protection refused it" },
  63038: { cause: "ours", note: "the account's limit of the day is reached" },
};

/** SMTP replies and Mailgun's own codes in its events (documentation.mailgun.com, "Events"). */
const mailgun: Readonly<Record<number, Failure>> = {
  421: { cause: "later", note: "the mail server was busy" },
  450: { cause: "later", note: "the mailbox was busy" },
  452: { cause: "later", note: "the mailbox is full" },
  498: { cause: "later", note: "no mail server answered" },
  550: { cause: "mailbox", note: "the mailbox does not exist" },
  551: { cause: "mailbox", note: "the mailbox is elsewhere" },
  552: { cause: "later", note: "the mailbox is full" },
  553: { cause: "mailbox", note: "the address is not allowed" },
  554: { cause: "blocked", note: "the mail server refused us" },
  605: { cause: "suppressed", note: "on the list of bounces: remove it there" },
  606: { cause: "suppressed", note: "on the list of unsubscribed: remove it" },
  607: { cause: "suppressed", note: "on the list of complaints: remove it" },
};

const tables = { twilio, mailgun };

/** What a code means; undefined for one that is not in the table. */
export function failureOf(
  provider: keyof typeof tables,
  code: number | string | null | undefined,
): Failure | undefined {
  return tables[provider][Number(code)];
}

/** Whether the same message would fail again, however often it is tried. */
export function isForGood({ cause }: Failure): boolean {
  return cause !== "later" && cause !== "ours";
}

/** For administrators: `twilio 400 21610 (the phone sent STOP …)`, without number, address or content. */
export function describeFailure(
  provider: keyof typeof tables,
  ...parts: readonly (number | string | null | undefined)[]
): string {
  const facts = parts.filter((part) =>
    part !== null && part !== undefined && part !== ""
  );
  const note = facts.map((part) => failureOf(provider, part)?.note)
    .find((found) => found !== undefined);
  return [provider, ...facts, note && `(${note})`].filter(Boolean).join(" ");
}
