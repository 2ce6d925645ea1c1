import {
  assert,
  assertEquals,
  assertInstanceOf,
  assertStringIncludes,
  assertThrows,
} from "@std/assert";
import { App, setErrorInterceptor } from "./app.ts";
import { HttpError } from "./error.ts";
import { page } from "./handlers.ts";
import type { Middleware } from "./middlewares/mod.ts";
import { FakeServer } from "./test_utils.ts";

type State = { text: string };
type Verb = "get" | "post" | "put" | "patch" | "delete";
const VERBS: Verb[] = ["get", "post", "put", "patch", "delete"];

const text = (content: string) => () => new Response(content);
const note = (letter: string): Middleware<State> => (ctx) => {
  ctx.state.text = (ctx.state.text ?? "") + letter;
  return ctx.next();
};
const noted: Middleware<State> = (ctx) => new Response(ctx.state.text);

function serve<T>(app: App<T>): FakeServer {
  return new FakeServer(app.handler());
}

async function body(response: Promise<Response>): Promise<string> {
  return await (await response).text();
}

async function status(response: Promise<Response>): Promise<number> {
  const answer = await response;
  await answer.body?.cancel();
  return answer.status;
}

Deno.test("middlewares run in their order before the routes after them", async () => {
  const server = serve(
    new App<State>().use(note("A"), note("B")).get("/", noted)
      .use(note("C")).get("/late", noted),
  );
  assertEquals(await body(server.get("/")), "AB");
  assertEquals(await body(server.get("/late")), "ABC");
});

Deno.test("a middleware can answer for all that comes after it", async () => {
  const app = new App().use(text("first")).get("/", text("second"));
  assertEquals(await body(serve(app).get("/")), "first");
});

Deno.test("a middleware of a path runs below it only", async () => {
  const server = serve(
    new App<State>().use("/a", note("A")).get("/a/b", noted).get("/b", noted),
  );
  assertEquals(await body(server.get("/a/b")), "A");
  assertEquals(await body(server.get("/b")), "");
});

for (const verb of VERBS) {
  Deno.test(`.${verb}() answers its method, below the base path`, async () => {
    const app = new App({ basePath: "/base" })[verb]("/", text("root"))
      [verb]("/leaf", text("leaf"));
    const server = serve(app);
    assertEquals(await body(server[verb]("/base")), "root");
    assertEquals(await body(server[verb]("/base/leaf")), "leaf");
    assertEquals(await status(server[verb]("/")), 404);
    assertEquals(await status(server[verb]("/leaf")), 404);
  });
}

Deno.test("a known path with another method is 405, an unknown one 404", async () => {
  const server = serve(new App().get("/", text("g")).post("/", text("p")));
  const answer = await server.put("/");
  assertEquals([answer.status, await answer.text()], [
    405,
    "Method Not Allowed",
  ]);
  const missing = await server.get("/missing");
  assertEquals([missing.status, await missing.text()], [404, "Not Found"]);
});

Deno.test("OPTIONS tells the methods of a path that does not answer it", async () => {
  const server = serve(new App().get("/x", text("g")).post("/x", text("p")));
  const answer = await server.options("/x");
  assertEquals(answer.status, 204);
  assertEquals(answer.headers.get("Allow"), "GET, POST");
  assertEquals(await status(server.options("/y")), 404);
});

Deno.test("HEAD is answered by .head(), else by GET, without a body", async () => {
  const server = serve(
    new App().get("/", text("get")).get("/:id", text("get"))
      .head("/own", () => new Response("head", { headers: { x: "1" } }))
      .get("/own", text("get"))
      .route("/page", {
        handler: { GET: () => ({ data: {} }) },
        component: () => <h1>page</h1>,
      }),
  );
  for (const path of ["/", "/dynamic", "/page"]) {
    const answer = await server.head(path);
    assertEquals([answer.status, answer.body], [200, null]);
  }
  const own = await server.head("/own");
  assertEquals([own.headers.get("x"), own.body], ["1", null]);
});

Deno.test("middlewares of the root run for unknown paths too", async () => {
  const seen: string[] = [];
  const app = new App().use((ctx) => {
    seen.push(ctx.url.pathname);
    return ctx.next();
  });
  assertEquals(await status(serve(app).get("/nowhere")), 404);
  assertEquals(seen, ["/nowhere"]);
});

Deno.test("a handler that passes on leads to 404", async () => {
  const app = new App().get("/", (ctx) => ctx.next());
  assertEquals(await status(serve(app).get("/")), 404);
});

Deno.test("the first route of a pattern and method is the one", async () => {
  const app = new App().get("/x", text("1")).get("/x", text("2"));
  assertEquals(await body(serve(app).get("/x")), "1");
});

Deno.test("repeated slashes are one", async () => {
  const app = new App().get("/a/b", (ctx) => new Response(ctx.url.pathname));
  assertEquals(await body(serve(app).get("http://localhost//a///b")), "/a/b");
});

Deno.test("a proxy is believed only when it is trusted", async () => {
  const headers = {
    "X-Forwarded-Proto": "https, http",
    "X-Forwarded-Host": "example.lu",
  };
  const origin = (trustProxy: boolean) =>
    new App({ trustProxy }).get("/", (ctx) => new Response(ctx.url.origin));
  assertEquals(
    await body(serve(origin(false)).get("/", { headers })),
    "http://localhost",
  );
  assertEquals(
    await body(serve(origin(true)).get("/", { headers })),
    "https://example.lu",
  );
});

Deno.test("errors pass the middlewares on their way up, and are noted", async () => {
  const seen: unknown[] = [];
  const watch: Middleware<unknown> = async (ctx) => {
    try {
      return await ctx.next();
    } catch (error) {
      seen.push(error, ctx.error);
      throw error;
    }
  };
  const app = new App().use(watch).use(watch).get("/", () => {
    throw "just text";
  });
  const told: unknown[] = [];
  setErrorInterceptor(app, (error) => told.push(error));
  assertEquals(await status(serve(app).get("/")), 500);
  assertEquals(seen, Array(4).fill("just text"));
  assertEquals(told, ["just text"]);
});

Deno.test("the message of an HttpError is shown, any other is not", async () => {
  const server = serve(
    new App()
      .get("/teapot", () => {
        throw new HttpError(418, "short and stout");
      })
      .get("/secret", () => {
        throw new Error("the password");
      })
      .get("/nothing", (() => {}) as unknown as Middleware<unknown>), // what a mistake returns
  );
  const teapot = await server.get("/teapot");
  assertEquals([teapot.status, await teapot.text()], [418, "short and stout"]);
  for (const path of ["/secret", "/nothing"]) {
    const answer = await server.get(path);
    assertEquals(answer.status, 500);
    assertEquals(await answer.text(), "Internal server error");
  }
});

Deno.test("notFound answers every 404, onError what is left", async () => {
  const fail = (code: number) => () => {
    throw new HttpError(code);
  };
  const routes = (app: App<unknown>) =>
    app.get("/404", fail(404)).get("/500", fail(500));

  const both = serve(routes(
    new App().notFound(() => new Response("missing", { status: 404 }))
      .onError("*", text("error")),
  ));
  assertEquals(await body(both.get("/nowhere")), "missing");
  assertEquals(await body(both.get("/404")), "missing");
  assertEquals(await body(both.get("/500")), "error");

  const error = serve(routes(new App().onError("*", text("error"))));
  assertEquals(await body(error.get("/nowhere")), "error");
  assertEquals(await body(error.get("/404")), "error");
});

Deno.test("onError of a path is asked before those above it", async () => {
  const app = new App()
    .onError("/", (ctx) => new Response(`root ${(ctx.error as Error).message}`))
    .onError("/a", () => {
      throw new Error("again");
    })
    .get("/a/b", () => {
      throw new Error("once");
    });
  assertEquals(await body(serve(app).get("/a/b")), "root again");
});

Deno.test("routes with * and routes of the base path", async () => {
  assertEquals(
    await body(serve(new App().all("*", text("all"))).get("/")),
    "all",
  );
  const star = new App().route("*", { handler: text("route") });
  assertEquals(await body(serve(star).get("/a/b")), "route");
  const based = new App({ basePath: "/b" }).route("/", { handler: text("r") });
  assertEquals(await body(serve(based).delete("/b")), "r");
  assertEquals(await status(serve(based).delete("/")), 404);
});

Deno.test("a route's handler sets headers in any of their forms", async () => {
  const forms: HeadersInit[] = [
    new Headers({ "X-Foo": "1" }),
    { "X-Foo": "1" },
    [["X-Foo", "1"]],
  ];
  for (const headers of forms) {
    const app = new App().route("/", {
      handler: () => ({ data: {}, headers, status: 201 }),
      component: () => <h1>foo</h1>,
    });
    const answer = await serve(app).get("/");
    assertEquals([answer.status, answer.headers.get("X-Foo")], [201, "1"]);
    assertStringIncludes(await answer.text(), "<h1>foo</h1>");
  }
});

Deno.test("a route without anything is 404, with a component every method renders", async () => {
  const server = serve(
    new App().route("/none", {}).route("/page", { component: () => <p>x</p> }),
  );
  assertEquals(await status(server.get("/none")), 404);
  assertEquals(await status(server.post("/page")), 200);
});

Deno.test("middlewares, routes and handlers may be loaded on first use, once", async () => {
  let loads = 0;
  const lazily = <T,>(value: T) => () => {
    loads++;
    return Promise.resolve(value);
  };
  const app = new App<State>()
    .use(lazily(note("A")))
    .route("/route", lazily({ handler: noted }));
  for (const verb of VERBS) app[verb]("/", lazily(noted));
  app.head("/", lazily(noted)).all("/all", lazily(noted));
  const server = serve(app);
  for (const verb of VERBS) assertEquals(await body(server[verb]("/")), "A");
  assertEquals(await status(server.head("/")), 200);
  assertEquals(await body(server.post("/all")), "A");
  assertEquals(await body(server.get("/route")), "A");
  const once = loads;
  assertEquals(await body(server.get("/route")), "A");
  assertEquals(await body(server.get("/")), "A");
  assertEquals(loads, once);
});

Deno.test("a route that could not be loaded is tried again", async () => {
  let tries = 0;
  const app = new App().route("/", () => {
    if (++tries === 1) return Promise.reject(new HttpError(503));
    return Promise.resolve({ handler: text("there") });
  });
  const server = serve(app);
  assertEquals(await status(server.get("/")), 503);
  assertEquals(await body(server.get("/")), "there");
});

Deno.test("pages are in their layouts, in the app wrapper", async () => {
  const server = serve(
    new App()
      .appWrapper(({ Component }) => (
        <>
          app/<Component />
        </>
      ))
      .layout("/", ({ Component }) => (
        <>
          layout/<Component />
        </>
      ))
      .layout("/a", ({ Component }) => (
        <>
          a/<Component />
        </>
      ))
      .get("/", (ctx) => ctx.render(<>index</>))
      .get("/a", (ctx) => ctx.render(<>a</>))
      .get("/a/b", (ctx) => ctx.render(<>b</>))
      .get("/bare", (ctx) =>
        ctx.render(<>bare</>, {}, {
          skipAppWrapper: true,
          skipInheritedLayouts: true,
        })),
  );
  assertStringIncludes(await body(server.get("/")), "<body>app/layout/index<");
  assertStringIncludes(await body(server.get("/a")), "<body>app/layout/a/a<");
  assertStringIncludes(
    await body(server.get("/a/b")),
    "<body>app/layout/a/b<",
  );
  assertStringIncludes(await body(server.get("/bare")), "<body>bare<");
});

Deno.test("what is for a path is for its own routes too, whatever their kind", async () => {
  const server = serve(
    new App<State>().use("/a", note("A")).get("/a", noted)
      .route("/a/", { handler: noted }).get("/a/:id", noted).get("/b", noted),
  );
  assertEquals(await body(server.get("/a")), "A");
  assertEquals(await body(server.get("/a/")), "A");
  assertEquals(await body(server.get("/a/1")), "A");
  assertEquals(await body(server.get("/b")), "");
});

Deno.test("a page that is given null has no data", async () => {
  const server = serve(
    new App().route("/", {
      handler: () => page(null),
      component: ({ data }) => <>{String(data)}</>,
    }),
  );
  assertStringIncludes(await body(server.get("/")), "<body>undefined<");
});

Deno.test("an app can be mounted below a path", async () => {
  const inner = new App<State>().use(note("I")).get("/", noted)
    .post("/", noted).route("/r", { handler: noted })
    .get("/:name", (ctx) => new Response(ctx.params.name));
  const server = serve(
    new App<State>().use("/x", note("X")).get("/", text("outer"))
      .mountApp("/in", inner),
  );
  assertEquals(await body(server.get("/")), "outer");
  assertEquals(await body(server.get("/in")), "I");
  assertEquals(await body(server.post("/in")), "I");
  assertEquals(await body(server.get("/in/r")), "I");
  assertEquals(await body(server.get("/in/who")), "who");
});

Deno.test("an app can be mounted at the root", async () => {
  const inner = new App<State>().use(note("I")).get("/foo", noted);
  const server = serve(
    new App<State>().use(note("O")).get("/", noted).mountApp("/", inner),
  );
  assertEquals(await body(server.get("/")), "O");
  assertEquals(await body(server.get("/foo")), "OI");
  assertEquals(await status(server.get("/nowhere")), 404);
});

Deno.test("base paths of a mounted app and of the outer one add up", async () => {
  const inner = new App({ basePath: "/api" }).get("/users", text("users"));
  const server = serve(new App({ basePath: "/main" }).mountApp("/v1", inner));
  assertEquals(await body(server.get("/main/v1/api/users")), "users");
  for (const path of ["/v1/api/users", "/main/v1/users", "/main/api/users"]) {
    assertEquals(await status(server.get(path)), 404);
  }
});

Deno.test("an app mounted at its own base path has it once", async () => {
  const inner = new App({ basePath: "/ui" }).get("/", text("home"))
    .get("/board", text("board"));
  const server = serve(new App().mountApp("/ui", inner));
  assertEquals(await body(server.get("/ui")), "home");
  assertEquals(await body(server.get("/ui/board")), "board");
});

Deno.test("a base path that cannot be served is refused", () => {
  for (const basePath of ["", "/", "./", "/ui", "/api/v1", "/a-b.c"]) {
    assert(new App({ basePath }));
  }
  assertThrows(() => new App({ basePath: "ui" }), Error, "start with");
  assertThrows(() => new App({ basePath: "/ui/" }), Error, "not end with");
  for (const basePath of ["/ui@x", "/u i"]) {
    assertThrows(() => new App({ basePath }), Error, "invalid characters");
  }
});

Deno.test("listen serves at the port asked for", async () => {
  const controller = new AbortController();
  const { promise, resolve } = Promise.withResolvers<Deno.NetAddr>();
  const { signal } = controller;
  await new App().get("/", text("here"))
    .listen({ hostname: "127.0.0.1", port: 0, signal, onListen: resolve });
  const { port } = await promise;
  assertEquals(await body(fetch(`http://127.0.0.1:${port}/`)), "here");
  controller.abort();
});

Deno.test("HttpError has a name, a status and a cause", () => {
  const cause = new Error("why");
  const error = new HttpError(403, "no", { cause });
  assertInstanceOf(error, Error);
  assertEquals([error.name, error.status, error.message, error.cause], [
    "HttpError",
    403,
    "no",
    cause,
  ]);
  assertEquals(new HttpError(404).message, "");
});
