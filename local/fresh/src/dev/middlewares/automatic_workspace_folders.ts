import type { Middleware } from "../../middlewares/mod.ts";

const PATH = "/.well-known/appspecific/com.chrome.devtools.json";

/** Lets Chrome's developer tools open the project's folder. */
export function automaticWorkspaceFolders<State>(
  root: string,
): Middleware<State> {
  const uuid = crypto.randomUUID();
  return (ctx) => {
    if (ctx.url.pathname !== PATH) return ctx.next();
    const headers = { etag: `W/"${uuid}"` };
    return Response.json({ workspace: { root, uuid } }, { headers });
  };
}
