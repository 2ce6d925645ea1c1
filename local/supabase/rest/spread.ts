import type { Plan } from "./plan.ts";
import type { Aggregate } from "./select.ts";
import { aliasOf } from "./sql_read.ts";

/** An aggregate of a to-one spread: it is computed in the parent, whose rows it groups. */
export interface Hoisted {
  /** The column of the join that it is computed over. */
  name: string;
  aggregate: Aggregate;
  cast: string | undefined;
  alias: string | undefined;
}

/** The columns that a spread gives to its parent. */
export function spreadColumns(embed: Plan): string[] {
  const known = embed.table ? [...embed.table.columns.keys()] : ["*"];
  const own = embed.fields.flatMap((item) =>
    item.field.name === "*" && !item.aggregate
      ? known
      : [aliasOf(embed, item) ?? item.field.name]
  );
  const below = embed.embeds.flatMap((child) =>
    child.spread ? spreadColumns(child) : [child.alias ?? child.name]
  );
  return [...own, ...below];
}

/** The aggregates that a to-one spread, and to-one spreads in it, leave to the parent. */
export function hoistAggregates(embed: Plan): Hoisted[] {
  if (embed.spread !== "one") return [];
  const own = embed.fields.flatMap((item): Hoisted[] =>
    item.aggregate
      ? [{
        name: aliasOf(embed, item) ?? item.field.name,
        aggregate: item.aggregate,
        cast: item.aggregateCast,
        alias: item.alias ?? item.aggregate,
      }]
      : []
  );
  return [...own, ...embed.embeds.flatMap(hoistAggregates)];
}
