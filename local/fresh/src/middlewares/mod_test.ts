import { assertEquals, assertRejects } from "@std/assert";
import { serveMiddleware } from "../test_utils.ts";
import { compileMiddlewares, type MaybeLazyMiddleware } from "./mod.ts";

type State = { text: string };
type Chain = MaybeLazyMiddleware<State>[];

const note = (letter: string): MaybeLazyMiddleware<State> => (ctx) => {
  ctx.state.text = (ctx.state.text ?? "") + letter;
  return ctx.next();
};
const answer: MaybeLazyMiddleware<State> = (ctx) =>
  new Response(ctx.state.text);

async function run(chain: Chain): Promise<string> {
  const server = serveMiddleware<State>(compileMiddlewares(chain));
  return await (await server.get("/")).text();
}

Deno.test("a chain runs in its order, each once", async () => {
  const late: MaybeLazyMiddleware<State> = async (ctx) => {
    const response = await ctx.next();
    ctx.state.text += "late";
    return response;
  };
  assertEquals(
    await run([note("A"), late, note("B"), note("C"), answer]),
    "ABC",
  );
});

Deno.test("the end of a chain passes on to what was next before", async () => {
  assertEquals(await run([note("A")]), "not found");
  assertEquals(await run([]), "not found");
});

Deno.test("an error passes through all, and is told once", async () => {
  const seen: unknown[] = [];
  const watch: MaybeLazyMiddleware<State> = async (ctx) => {
    try {
      return await ctx.next();
    } catch (error) {
      seen.push(error);
      throw error;
    }
  };
  const boom: MaybeLazyMiddleware<State> = () => {
    throw new RangeError("boom");
  };
  const told: unknown[] = [];
  const chain = compileMiddlewares([watch, watch, boom], (it) => told.push(it));
  const server = serveMiddleware<State>(chain);
  const error = await assertRejects(async () => {
    await server.get("/");
  }, RangeError);
  assertEquals([seen, told], [[error, error], [error]]);
});

Deno.test("a lazy middleware is loaded once", async () => {
  let loads = 0;
  const chain: Chain = [
    note("A"),
    () => {
      loads++;
      return Promise.resolve(note("lazy") as never); // loads what is no lazy one
    },
    answer,
  ];
  const server = serveMiddleware<State>(compileMiddlewares(chain));
  for (let i = 0; i < 2; i++) {
    assertEquals(await (await server.get("/")).text(), "Alazy");
  }
  assertEquals(loads, 1);
});
