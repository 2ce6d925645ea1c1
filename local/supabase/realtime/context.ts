import type { Database, Keys } from "../types.ts";
import type { Connection } from "./connection.ts";
import type { Hub } from "./hub.ts";
import type { Limits } from "./limits.ts";
import type { Rate } from "./rate.ts";
import type { Replication } from "./replication.ts";

/** What sockets, members and requests of one server share. */
export interface Context {
  db: Database;
  keys: Keys;
  limits: Limits;
  hub: Hub;
  connections: Set<Connection>;
  /** Whether the database is heard. */
  replication: Replication;
  rates: { joins: Rate; messages: Rate; presences: Rate };
}
