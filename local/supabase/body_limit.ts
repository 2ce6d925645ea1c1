/** The caller sends more than the service takes. */
export class BodyTooLarge extends Error {
  override name = "BodyTooLarge";
}

/** The request with a body that fails after `limit` bytes. Throws `BodyTooLarge` at once when the length is announced. */
export function limitBody(request: Request, limit: number): Request {
  const announced = Number(request.headers.get("content-length") ?? Number.NaN);
  if (announced > limit) throw new BodyTooLarge();
  if (!request.body || limit === Infinity || !Number.isNaN(announced)) {
    return request;
  }
  let size = 0;
  const limited = request.body.pipeThrough(
    new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform(chunk, controller) {
        size += chunk.byteLength;
        if (size > limit) controller.error(new BodyTooLarge());
        else controller.enqueue(chunk);
      },
    }),
  );
  const { url, method, headers } = request;
  return new Request(url, { method, headers, body: limited });
}
