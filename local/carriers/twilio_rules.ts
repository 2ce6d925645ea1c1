/** A REST error as Twilio words it; the API adds `more_info`. */
export interface TwilioError {
  status: number;
  code: number;
  message: string;
}

/** What a recipient does: refuses with an error, or is not reached (30003), or breaks the answer. */
export type Behaviour =
  | TwilioError
  | "unreachable"
  | "html"
  | "timeout"
  | "lost";

/**
 * What a magic recipient does, or undefined. +1 500 555 0001 to 0009 are Twilio's own test
 * numbers (twilio.com/docs/iam/test-credentials), the others ours; each exists also as a
 * Luxembourg mobile, +352 621 555 0NN, for an application that checks numbers first.
 */
export function behaviourOf(to: string): Behaviour | undefined {
  const n = /^\+(?:150055500|3526215550)(\d\d)$/.exec(to)?.[1];
  switch (n) {
    case "01":
      return invalidTo(to);
    case "02":
      return refuse(
        21612,
        `Message cannot be sent with the current combination of 'To' (${to}) and 'From'`,
      );
    case "03":
      return refuse(
        21408,
        `Permission to send an SMS has not been enabled for the region indicated by ${to}`,
      );
    case "04":
      return refuse(21610, "Attempt to send to unsubscribed recipient");
    case "09":
      return refuse(21614, `'To' number is not a valid mobile number: ${to}`);
    case "29":
      return { status: 429, code: 20429, message: "Too Many Requests" };
    case "30":
      return "unreachable";
    case "50":
      return "html";
    case "51":
      return "timeout";
    case "52":
      return "lost";
    default:
      return undefined;
  }
}

/** Checks a message like the API does: the error, or undefined when it may be sent. */
export function problemWith(
  to: string,
  from: string,
  body: string,
  ours?: string,
): TwilioError | undefined {
  if (to === "") return refuse(21604, "A 'To' phone number is required.");
  if (from === "") return refuse(21603, "A 'From' phone number is required.");
  if (body === "") return refuse(21602, "Message body is required.");
  if (body.length > 1600) {
    return refuse(
      21617,
      "The concatenated message body exceeds the 1600 character limit",
    );
  }
  if (!/^\+[1-9]\d{6,14}$/.test(to)) return invalidTo(to);
  if (from === "+15005550001") {
    return refuse(21212, `Invalid 'From' Phone Number: ${from}`);
  }
  if (from === "+15005550008") {
    return refuse(
      21611,
      `This 'From' number has exceeded the maximum number of queued messages`,
    );
  }
  if (from === "+15005550007" || ours && from !== ours) {
    return refuse(
      21606,
      `The 'From' phone number ${from} is not a valid, SMS-capable inbound phone number for your account.`,
    );
  }
  return undefined;
}

function invalidTo(to: string): TwilioError {
  return refuse(21211, `Invalid 'To' Phone Number: ${to}`);
}

function refuse(code: number, message: string): TwilioError {
  return { status: 400, code, message };
}
