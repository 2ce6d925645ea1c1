import { App, csp, staticFiles } from "fresh";
import type { State } from "@/define.ts";
import { env } from "@/env.ts";
import "@/jobs/mod.ts";
import { harden } from "@/services/http/harden.ts";
import { contentSecurity } from "@/services/http/headers.ts";
import { startLog } from "@/services/http/log.ts";
import { load } from "@/services/http/overload.ts";
import { publicResponses } from "@/services/http/public_responses.ts";

startLog();
load.watch();

/** The app: static files, then one file a URL in `routes/`; what is the same for all is its `_middleware`. */
export const app = harden(
  new App<State>({ trustProxy: env().TRUST_PROXY })
    .use(staticFiles())
    .use(publicResponses(load))
    .use(csp(contentSecurity(env())))
    .fsRoutes(),
  env(),
);
