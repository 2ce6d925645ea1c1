import { define } from "@/define.ts";

/** For load balancers: this process answers. */
export const handler = define.handlers({
  GET: (ctx) => ctx.json({ status: "ok" }),
});
