import type { Caller, Database, Keys, Part } from "../types.ts";
import { loadCatalog } from "./catalog_load.ts";
import { fromDatabase } from "./database_error.ts";
import { RestError } from "./error.ts";
import { Sessions } from "./session.ts";
import type { Configuration, Service } from "./context.ts";
import { handle } from "./handle.ts";
import { Transactions } from "./transaction.ts";

/** What the REST part is made of. */
export interface RestOptions extends Partial<Configuration> {
  db: Database;
  keys: Keys;
}

/**
 * PostgREST's protocol over a database. Reads the schema cache first, and again whenever
 * something is sent on the channel `pgrst`, which every change of the schema does by itself.
 */
export async function createRest({
  db,
  keys,
  schemas = ["public"],
  extraSearchPath = ["public", "extensions"],
  maxRows = 1000,
}: RestOptions): Promise<Part> {
  const sessions = new Sessions(keys);
  const configuration = { schemas, extraSearchPath, maxRows };
  let generation = 0;
  const load = async (): Promise<Service> => ({
    configuration,
    catalog: await loadCatalog(db.admin, schemas),
    transactions: new Transactions(db.authenticator, ++generation),
  });
  let loaded: Promise<Service> | null = null;
  let waiting = false;
  const reload = () => {
    if (!loaded || waiting) return;
    waiting = true; // however many changes there are meanwhile, one more reading sees them all
    loaded = loaded.then((before) => {
      waiting = false;
      return load().catch((error: unknown) => {
        console.error("rest: the schema cache stays as it was:", error);
        return before;
      });
    });
  };
  const listening = await db.listen("pgrst", reload, reload);
  const first = load();
  loaded = first;
  try {
    await first;
  } catch (error) {
    await listening[Symbol.asyncDispose]();
    throw error;
  }
  return {
    async fetch(request, caller) {
      const current = await (loaded ?? first);
      return await answer(request, caller, sessions, current);
    },
    async [Symbol.asyncDispose]() {
      await listening[Symbol.asyncDispose]();
      await loaded;
    },
  };
}

async function answer(
  request: Request,
  caller: Caller,
  sessions: Sessions,
  service: Service,
): Promise<Response> {
  let anonymous = true;
  try {
    const claims = await sessions.claims(caller);
    anonymous = claims.role === "anon";
    return await handle(request, claims, service);
  } catch (error) {
    const refusal = fromDatabase(error, anonymous);
    if (!(refusal instanceof RestError)) throw error;
    return refusal.response();
  }
}
