/** An error that is answered with its status; the message is shown to the client. */
export class HttpError extends Error {
  override readonly name = "HttpError";
  /** The HTTP status of the answer. */
  readonly status: number;

  constructor(status: number, message = "", options?: ErrorOptions) {
    super(message, options);
    this.status = status;
  }
}
