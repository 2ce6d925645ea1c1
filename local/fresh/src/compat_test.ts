import { assertStrictEquals } from "@std/assert";
import {
  defineApp,
  defineLayout,
  defineRoute,
  type Handlers,
} from "./compat.ts";

Deno.test("Fresh 1's definitions give back what they are given", () => {
  const answer = new Response();
  for (const define of [defineApp, defineLayout, defineRoute]) {
    const render = () => answer;
    assertStrictEquals(define(render), render);
  }
  const handler: Handlers = { GET: (ctx) => new Response(ctx.params.id) };
  assertStrictEquals(typeof handler, "object");
});
