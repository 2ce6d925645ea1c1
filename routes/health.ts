import { define } from "@/define.ts";

/** For load balancers: this process answers. */
export const handlers = define.handlers({
  GET: (ctx) => ctx.json({ status: "ok" }),
});
