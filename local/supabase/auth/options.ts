import type { Config } from "../config.ts";
import type { Database, Keys } from "../types.ts";
import type { AuthContext } from "./context.ts";
import { createHooks } from "./hooks.ts";
import { createRateLimits } from "./rate_limits.ts";

/** What Auth is made of. */
export interface AuthOptions {
  db: Database;
  keys: Keys;
  config: Config;
  /** Its address as the world sees it, `http://…/auth/v1`. */
  externalUrl: string;
}

/** The context of all handlers. */
export function createAuthContext(
  { db, keys, config, externalUrl }: AuthOptions,
): AuthContext {
  const hooks = createHooks(config, db.admin);
  return {
    sql: db.admin,
    keys,
    config,
    externalUrl,
    hooks,
    limits: createRateLimits(config),
  };
}
