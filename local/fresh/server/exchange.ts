import type { VNode } from "preact";
import { renderDocument } from "./document.ts";
import type { Context, FreshConfig } from "./shapes.ts";
import type { AnyMiddleware, Site } from "./site.ts";

/** Where a request goes: its functions in order, and what the table says of its path. */
export interface Way {
  chain: readonly AnyMiddleware[];
  route: string | null;
  params: Record<string, string>;
}

/** One request and its answer: the `ctx` of every middleware and route. */
export class Exchange<State> implements Context<State> {
  // Filled by the app's own middlewares before anybody reads it, as in Fresh.
  readonly state = {} as State;
  error: unknown = null;
  #step = -1;

  constructor(
    readonly req: Request,
    readonly url: URL,
    readonly info: Deno.ServeHandlerInfo,
    readonly config: FreshConfig,
    readonly site: Site,
    private way: Way,
  ) {}

  get route(): string | null {
    return this.way.route;
  }

  get params(): Record<string, string> {
    return this.way.params;
  }

  /** The step is put back afterwards, so that a middleware may ask twice. */
  async next(): Promise<Response> {
    const step = ++this.#step;
    const work = this.way.chain[step];
    if (work === undefined) throw new Error("Nothing comes after the route");
    try {
      const response = await work(this);
      if (response instanceof Response) return response;
      throw new Error(
        `A middleware or handler of ${
          this.route ?? "no route"
        } returned no Response`,
      );
    } catch (error) {
      this.error = error;
      throw error;
    } finally {
      this.#step = step - 1;
    }
  }

  redirect(path: string, status = 302): Response {
    const [, address = "", rest = ""] = /^([^?#]*)(.*)$/s.exec(path) ?? [];
    const location = path.startsWith("/")
      ? address.replace(/\/{2,}/g, "/") + rest
      : path;
    return new Response(null, { status, headers: { Location: location } });
  }

  json(content: unknown, init?: ResponseInit): Response {
    return Response.json(content, init);
  }

  // deno-lint-ignore require-await -- an error while drawing is a rejection, as a caller of `render` expects
  async render(content: VNode, init: ResponseInit = {}): Promise<Response> {
    return renderDocument(this, content, init);
  }
}
