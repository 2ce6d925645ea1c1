import { App, csp, staticFiles } from "fresh";
import type { State } from "@/define.ts";
import { env } from "@/env.ts";
import "@/jobs/mod.ts";
import { contentSecurity, securityHeaders } from "@/services/headers.ts";
import { startLog } from "@/services/log.ts";

startLog();

/** The app: security headers, static files, then one file a URL in `routes/`; what is the same for all is its `_middleware`. */
export const app = new App<State>({ trustProxy: env().TRUST_PROXY })
  .use(securityHeaders(env()))
  .use(staticFiles())
  .use(csp(contentSecurity(env())))
  .fsRoutes();
