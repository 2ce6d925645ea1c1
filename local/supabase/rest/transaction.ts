import type { Sql } from "postgres";
import { bind, join, render, type Snippet, sql } from "./snippet.ts";

/** Postgres' pseudo-type of a value whose type it has to infer. */
const UNKNOWN = 705;
/** So many statements are kept prepared on a connection; later shapes are parsed each time. */
const MAX_PREPARED = 500;

/** A row as the driver gives it. */
export type Row = Record<string, unknown>;

/** One request's work in the database. */
export interface Work {
  readOnly: boolean;
  settings: [name: string, value: string][];
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
  readonly #prepared = new Set<string>();

  /** `generation` tells the statements of one schema cache from those of the next. */
  constructor(readonly pool: Sql, readonly generation: number) {}

  /** The rows of each statement. Throws what Postgres or `check` refused first. */
  async run(
    { readOnly, settings, statements, check, rollback }: Work,
  ): Promise<Row[][]> {
    const connection = await this.pool.reserve();
    const ending = rollback
      // A deferred constraint would fail at the commit that does not come.
      ? ["set constraints all immediate", "rollback"]
      : ["commit"];
    try {
      const begun = connection.unsafe(
        `begin read ${readOnly ? "only" : "write"}`,
      ).execute();
      const set = this.#send(connection, settingsSql(settings));
      const results = statements.map((statement) =>
        this.#send(connection, statement)
      );
      const ended = check
        ? []
        : ending.map((text) => connection.unsafe(text).execute());
      await firstFailure([begun, set, ...results, ...ended]);
      const rows = (await Promise.all(results)).map((result) => [...result]);
      check?.(rows);
      if (check) {
        await firstFailure(
          ending.map((text) => connection.unsafe(text).execute()),
        );
      }
      return rows;
    } catch (error) {
      if (check || rollback) await connection.unsafe("rollback");
      throw error;
    } finally {
      connection.release();
    }
  }

  #send(connection: Sql, snippet: Snippet) {
    const { text, values } = render(snippet);
    const prepare = this.#prepared.has(text) ||
      this.#prepared.size < MAX_PREPARED;
    if (prepare) this.#prepared.add(text);
    return connection.unsafe<Row[]>(
      `/* ${this.generation} */ ${text}`,
      values.map((value) =>
        value === null ? null : connection.typed(value, UNKNOWN)
      ),
      { prepare },
    ).execute();
  }
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

/** Waits for all, then throws what went wrong first. */
async function firstFailure(steps: Promise<unknown>[]): Promise<void> {
  const failed = (await Promise.allSettled(steps)).find((step) =>
    step.status === "rejected"
  );
  if (failed) throw failed.reason;
}
