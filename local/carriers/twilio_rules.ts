/** A REST error as Twilio words it; the API adds `more_info`. */
export interface TwilioError {
  status: number;
  code: number;
  message: string;
}

/** Accepted, and then not delivered: the code of the status callback. */
export interface Undelivered {
  undelivered: number;
}

/** Why a message was not delivered (twilio.com/docs/api/errors), as the resource's `error_message`. */
export const UNDELIVERED: Record<number, string> = {
  30003: "Unreachable destination handset",
  30004: "Message blocked",
  30005: "Unknown destination handset",
  30006: "Landline or unreachable carrier",
};

/** An error, not delivered, or: an HTML 500, no answer before or after acceptance. */
export type Behaviour =
  | TwilioError
  | Undelivered
  | "html"
  | "timeout"
  | "lost";

/**
 * What a magic recipient does, by its last two digits. +1 500 555 0001 to 0009 are Twilio's
 * own test numbers (twilio.com/docs/iam/test-credentials), the others ours; each exists also
 * as a Luxembourg mobile, +352 621 555 0NN, for an application that checks numbers first.
 */
const MAGIC: Record<string, Behaviour> = {
  "01": refuse(21211, "Invalid 'To' Phone Number"),
  "02": refuse(21612, "Message cannot be sent with this 'To' and 'From'"),
  "03": refuse(
    21408,
    "Permission to send an SMS has not been enabled for the region",
  ),
  "04": refuse(21610, "Attempt to send to unsubscribed recipient"),
  "09": refuse(21614, "'To' number is not a valid mobile number"),
  "29": { status: 429, code: 20429, message: "Too Many Requests" },
  "30": { undelivered: 30003 },
  "34": { undelivered: 30004 },
  "35": { undelivered: 30005 },
  "36": { undelivered: 30006 },
  "50": "html",
  "51": "timeout",
  "52": "lost",
};

/** What Twilio's own test senders are refused with. */
const MAGIC_SENDERS: Record<string, TwilioError> = {
  "+15005550001": refuse(21212, "Invalid 'From' Phone Number"),
  "+15005550007": refuse(21606, "The 'From' phone number is not yours"),
  "+15005550008": refuse(
    21611,
    "This 'From' number has too many queued messages",
  ),
};

/** Checks a message as the API does, then looks for magic; undefined is an ordinary message. */
export function behaviourOf(
  { To = "", From = "", Body = "", StatusCallback = "" }: Record<
    string,
    string
  >,
  ownNumber: string | undefined,
): Behaviour | undefined {
  const protocol = URL.parse(StatusCallback)?.protocol ?? "";
  if (To === "") return refuse(21604, "A 'To' phone number is required.");
  if (From === "") return refuse(21603, "A 'From' phone number is required.");
  if (Body === "") return refuse(21602, "Message body is required.");
  if (Body.length > 1600) {
    return refuse(21617, "The message body exceeds 1600 characters");
  }
  if (!/^\+[1-9]\d{6,14}$/.test(To)) {
    return refuse(21211, `Invalid 'To' Phone Number: ${To}`);
  }
  if (MAGIC_SENDERS[From]) return MAGIC_SENDERS[From];
  if (ownNumber && From !== ownNumber) return MAGIC_SENDERS["+15005550007"];
  if (StatusCallback !== "" && !/^https?:$/.test(protocol)) {
    return refuse(21609, "The StatusCallback URL is not a valid URL.");
  }
  const digits = /^\+(?:150055500|3526215550)(\d\d)$/.exec(To)?.[1] ?? "";
  return MAGIC[digits];
}

function refuse(code: number, message: string): TwilioError {
  return { status: 400, code, message };
}
