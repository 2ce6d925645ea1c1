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
  readonly #known = new Set<string>();

  /** `generation` tells the statements of one schema cache from those of the next. */
  constructor(readonly pool: Sql, readonly generation: number) {}

  /** The rows of each statement. Throws what Postgres or `check` refused first. */
  async run(
    { readOnly, settings, statements, check, rollback }: Work,
  ): Promise<Row[][]> {
    // What can fail here must, before anything is sent: a connection is given back between requests only.
    const texts = [settingsSql(settings), ...statements].map((statement) =>
      this.#prepare(statement)
    );
    const ending = rollback
      // A deferred constraint would fail at the commit that does not come.
      ? ["set constraints all immediate", "rollback"]
      : ["commit"];
    const connection = await this.pool.reserve();
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
    try {
      const begun = connection.unsafe(
        `begin read ${readOnly ? "only" : "write"}`,
      ).execute();
      const results = texts.map(send);
      const ended = check
        ? []
        : ending.map((text) => connection.unsafe(text).execute());
      await firstFailure([begun, ...results, ...ended]);
      const [, ...rows] = (await Promise.all(results)).map((
        result,
      ) => [...result]);
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

  #prepare(statement: Snippet): Prepared {
    const { text, values } = render(statement);
    const prepare = this.#known.has(text) || this.#known.size < MAX_PREPARED;
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

/** Waits for all, then throws what went wrong first. */
async function firstFailure(steps: Promise<unknown>[]): Promise<void> {
  const failed = (await Promise.allSettled(steps)).find((step) =>
    step.status === "rejected"
  );
  if (failed) throw failed.reason;
}
