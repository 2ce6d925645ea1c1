import postgres, { type ReservedSql, type Sql } from "postgres";
import { RestError } from "./error.ts";
import { bind, ident, join, render, type Snippet, sql } from "./snippet.ts";

/** Postgres' pseudo-type of a value whose type it has to infer. */
const UNKNOWN = 705;
/** So many statements are kept prepared on a connection; later shapes are parsed each time. */
const MAX_PREPARED = 500;
/** Longer statements are rare shapes. */
const MAX_LENGTH = 20_000;

/** A row as the driver gives it. */
export type Row = Record<string, unknown>;

/** One request's work in the database. */
export interface Work {
  readOnly: boolean;
  settings: [name: string, value: string][];
  /** A function without arguments, `schema.name`, that may refuse the request before anything else is done. */
  preRequest: string | null;
  statements: Snippet[];
  /** Looks at the rows before the end; when it throws everything is rolled back. */
  check: ((rows: Row[][]) => void) | null;
  rollback: boolean;
}

/**
 * Runs requests on a pool, each in one transaction. All statements are sent at once: one round
 * trip, or two when the result has to be looked at before the end of the transaction.
 */
export class Transactions {
  readonly #known = new Set<string>();

  /** `generation` tells the statements of one schema cache from those of the next. */
  constructor(readonly pool: Sql, readonly generation: number) {}

  /** The rows of each statement. Throws what Postgres or `check` refused first. */
  async run(
    { readOnly, settings, preRequest, statements, check, rollback }: Work,
  ): Promise<Row[][]> {
    // What can fail here must, before anything is sent: a connection is given back between requests only.
    const before = [settingsSql(settings), ...preRequestSql(preRequest)];
    const texts = [...before, ...statements].map((statement) =>
      this.#prepare(statement)
    );
    const ending = rollback
      // A deferred constraint would fail at the commit that does not come.
      ? ["set constraints all immediate", "rollback"]
      : ["commit"];
    const connection = await this.#reserve();
    const send = ({ text, values, prepare }: Prepared) =>
      connection.unsafe<Row[]>(
        text,
        values.map((value) =>
          value === null ? null : connection.typed(value, UNKNOWN)
        ),
        {
          prepare,
        },
      ).execute();
    const end = () => ending.map((text) => connection.unsafe(text).execute());
    let alive = true;
    try {
      const begun = connection.unsafe(
        `begin read ${readOnly ? "only" : "write"}`,
      ).execute();
      const results = texts.map(send);
      await firstFailure([begun, ...results, ...(check ? [] : end())]);
      const rows = (await Promise.all(results)).slice(before.length)
        .map((result) => [...result]);
      check?.(rows);
      if (check) await firstFailure(end());
      return rows;
    } catch (error) {
      alive = !isLost(error);
      if (alive && (check || rollback)) await connection.unsafe("rollback");
      throw error;
    } finally {
      // The driver takes a lost connection back by itself.
      if (alive) connection.release();
    }
  }

  async #reserve(): Promise<ReservedSql> {
    try {
      return await this.pool.reserve();
    } catch (error) {
      // The driver tells the last words of a lost connection to the next who wants one.
      const isStale = error instanceof postgres.PostgresError &&
        error.severity === "FATAL";
      if (!isStale) throw error;
      return await this.pool.reserve();
    }
  }

  #prepare(statement: Snippet): Prepared {
    const { text, values } = render(statement);
    const prepare = this.#known.has(text) ||
      (this.#known.size < MAX_PREPARED && text.length < MAX_LENGTH);
    if (prepare) this.#known.add(text);
    return { text: `/* ${this.generation} */ ${text}`, values, prepare };
  }
}

interface Prepared {
  text: string;
  values: (string | null)[];
  prepare: boolean;
}

function settingsSql(settings: [string, string][]): Snippet {
  return sql`select ${
    join(
      settings.map(([name, value]) =>
        sql`set_config(${bind(name)}, ${bind(value)}, true)`
      ),
      ", ",
    )
  }`;
}

function preRequestSql(name: string | null): Snippet[] {
  if (name === null) return [];
  return [sql`select ${join(name.split(".").map(ident), ".")}()`];
}

/**
 * Waits for all, then throws what went wrong first. When the connection is lost it waits no
 * longer: what was still to be sent on it would never be answered.
 */
async function firstFailure(steps: Promise<unknown>[]): Promise<void> {
  const lost = new Promise<never>((_, reject) => {
    for (const step of steps) {
      step.catch((error) => isLost(error) && reject(error));
    }
  });
  const settled = await Promise.race([lost, Promise.allSettled(steps)]);
  const failed = settled.find((step) => step.status === "rejected");
  if (failed) throw failed.reason;
}

/** Whether an error is the driver's own, and not one that Postgres or a check reports. */
function isLost(error: unknown): boolean {
  return !(error instanceof postgres.PostgresError ||
    error instanceof RestError);
}
