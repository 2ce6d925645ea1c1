/** How a test's provider answers; `closing` is aborted when its scope ends. */
type Answer = (
  request: Request,
  closing: AbortSignal,
) => Response | Promise<Response>;

/** For tests: an HTTP server that stands in for a provider until the end of the scope. */
export interface TestProvider extends AsyncDisposable {
  /** Its address, without a slash at the end. */
  readonly url: string;
  /** What reached it, in order; the bodies can be read. */
  readonly requests: readonly Request[];
}

/** Starts a provider that answers as told. */
export function testProvider(answer: Answer): TestProvider {
  const requests: Request[] = [];
  const closing = new AbortController();
  const server = Deno.serve(
    { port: 0, hostname: "127.0.0.1", onListen() {} },
    async (request) => {
      const body = new Uint8Array(await request.arrayBuffer());
      const { method, headers, url } = request;
      requests.push(
        new Request(url, { method, headers, body: body.length ? body : null }),
      );
      return await answer(request, closing.signal);
    },
  );
  return {
    url: `http://127.0.0.1:${server.addr.port}`,
    requests,
    async [Symbol.asyncDispose]() {
      closing.abort();
      await server.shutdown();
    },
  };
}

/** Never answers, until the test ends. */
export const silence: Answer = (_request, closing) =>
  new Promise((done) =>
    closing.addEventListener("abort", () => done(new Response()), {
      once: true,
    })
  );

/** A URL on which nothing listens. */
export function deadAddress(): string {
  const listener = Deno.listen({ port: 0, hostname: "127.0.0.1" });
  const { port } = listener.addr;
  listener.close();
  return `http://127.0.0.1:${port}`;
}
