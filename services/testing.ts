/** For tests: an HTTP server of one's own that plays a carrier for the length of a scope. */
export interface TestCarrier extends AsyncDisposable {
  /** Its address, without a slash at the end. */
  readonly url: string;
  /** What reached it, in order; the bodies can be read. */
  readonly requests: readonly Request[];
}

/** Starts a carrier that answers as told. */
export function testCarrier(
  answer: (request: Request) => Response | Promise<Response>,
): TestCarrier {
  const requests: Request[] = [];
  const server = Deno.serve(
    { port: 0, hostname: "127.0.0.1", onListen() {} },
    async (request) => {
      const body = new Uint8Array(await request.arrayBuffer());
      const { method, headers, url } = request;
      requests.push(
        new Request(url, { method, headers, body: body.length ? body : null }),
      );
      return await answer(request);
    },
  );
  return {
    url: `http://127.0.0.1:${server.addr.port}`,
    requests,
    [Symbol.asyncDispose]: () => server.shutdown(),
  };
}

/** Never answers, and lets go when the client does. */
export function silence(request: Request): Promise<Response> {
  return new Promise((done) =>
    request.signal.addEventListener("abort", () => done(new Response()), {
      once: true,
    })
  );
}

/** An address at which nobody listens. */
export function deadAddress(): string {
  const listener = Deno.listen({ port: 0, hostname: "127.0.0.1" });
  const { port } = listener.addr;
  listener.close();
  return `http://127.0.0.1:${port}`;
}
