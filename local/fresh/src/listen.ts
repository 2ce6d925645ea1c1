import { DENO_DEPLOYMENT_ID } from "./build_id.ts";

/** What `Deno.serve` takes, and the address to show besides the local one. */
export type ListenOptions =
  & Partial<Deno.ServeTcpOptions & Deno.TlsCertifiedKeyPem>
  & { remoteAddress?: string };

type Handler = (
  request: Request,
  info: Deno.ServeHandlerInfo<Deno.NetAddr>,
) => Promise<Response>;

/** Serves at the port asked for, or at the first free one of 8000 to 8019; returns when it listens. */
export async function serve(
  handler: Handler,
  basePath: string,
  options: ListenOptions,
): Promise<void> {
  const onListen = options.onListen ?? announcer(basePath, options);
  if (options.port !== undefined) {
    await Deno.serve({ ...options, onListen }, handler);
    return;
  }
  let taken: unknown;
  for (let port = 8000; port < 8020; port++) {
    try {
      await Deno.serve({ ...options, onListen, port }, handler);
      return;
    } catch (error) {
      if (!(error instanceof Deno.errors.AddrInUse)) throw error;
      taken ??= error;
    }
  }
  throw taken;
}

function announcer(
  basePath: string,
  options: ListenOptions,
): (address: Deno.NetAddr) => void {
  return ({ hostname, port }) => {
    if (DENO_DEPLOYMENT_ID) return;
    const protocol = options.key && options.cert ? "https" : "http";
    const name = hostname.includes(":") ? `[${hostname}]` : hostname;
    const url = (host: string) => `${protocol}://${host}:${port}${basePath}/`;
    const any = hostname === "0.0.0.0" || hostname === "::";
    const hint = any ? ` (${url("localhost")})` : "";
    console.log(
      "\n%c 🍋 Fresh ready %c\n    %cLocal:%c  %s",
      "background-color: #87d75f; color: black",
      "",
      "font-weight: bold",
      "",
      url(name) + hint,
    );
    if (options.remoteAddress) {
      console.log(`    Remote:  ${options.remoteAddress}`);
    }
  };
}
