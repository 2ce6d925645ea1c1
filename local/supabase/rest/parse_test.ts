import { assertEquals, assertThrows } from "@std/assert";
import { RestError } from "./error.ts";
import { parseCondition, parseIfCondition, parseLogic } from "./filter.ts";
import { negotiate } from "./media.ts";
import { parseOrder } from "./order.ts";
import { parsePreferences } from "./preferences.ts";
import { parseQuery } from "./query.ts";
import { parseSelect } from "./select.ts";
import { bind, ident, join, render, sql } from "./snippet.ts";

const column = (name: string) => ({ name, path: [] });

/** Checks that `read` is refused with PGRST100, and where. */
function assertRefused(read: () => unknown, position: number): void {
  const error = assertThrows(read, RestError);
  assertEquals([error.status, error.code], [400, "PGRST100"]);
  assertEquals(/column (\d+)\)$/.exec(error.message)?.[1], String(position));
}

Deno.test("select: columns, aliases, casts, JSON paths, aggregates", () => {
  assertEquals(parseSelect(""), []);
  assertEquals(parseSelect("*"), [{ field: column("*") }]);
  assertEquals(parseSelect('a:data->0->>"b.c"::int , "x y"'), [
    {
      field: {
        name: "data",
        path: [
          { asText: false, key: "0", isIndex: true },
          { asText: true, key: "b.c", isIndex: false },
        ],
      },
      alias: "a",
      cast: "int",
      aggregate: undefined,
      aggregateCast: undefined,
    },
    {
      field: column("x y"),
      alias: undefined,
      cast: undefined,
      aggregate: undefined,
      aggregateCast: undefined,
    },
  ]);
  const [count, sum] = parseSelect("n:count()::text,price::int.sum()::text");
  assertEquals(count, {
    field: column("*"),
    alias: "n",
    aggregate: "count",
    aggregateCast: "text",
  });
  assertEquals(sum, {
    field: column("price"),
    alias: undefined,
    cast: "int",
    aggregate: "sum",
    aggregateCast: "text",
  });
});

Deno.test("select: embeds with alias, hint and join in any order, and spreads", () => {
  assertEquals(
    parseSelect("a:doctors!inner!hint(id,rooms()),...patients!left(*)"),
    [
      {
        target: "doctors",
        alias: "a",
        join: "inner",
        hint: "hint",
        spread: false,
        select: [
          {
            field: column("id"),
            alias: undefined,
            cast: undefined,
            aggregate: undefined,
            aggregateCast: undefined,
          },
          { target: "rooms", alias: undefined, spread: false, select: [] },
        ],
      },
      {
        target: "patients",
        alias: undefined,
        join: "left",
        spread: true,
        select: [{ field: column("*") }],
      },
    ],
  );
});

Deno.test("select: what it does not understand is refused where it stands", () => {
  assertRefused(() => parseSelect("id,,name"), 4);
  assertRefused(() => parseSelect("id::"), 5);
  assertRefused(() => parseSelect("id!hint"), 3);
  assertRefused(() => parseSelect("rooms(id"), 9);
  assertRefused(() => parseSelect('"open'), 6);
  assertRefused(() => parseSelect("...rooms"), 9);
  assertRefused(() => parseSelect("data->>-78xy"), 8);
  assertThrows(() => parseSelect("a(".repeat(10_000)), RestError);
});

Deno.test("filters: every operator, negation, any and all, lists, languages", () => {
  const operation = (text: string) => parseCondition(text).operation;
  assertEquals(parseCondition("not.eq.1"), {
    negated: true,
    operation: { kind: "compare", sql: "=", quantifier: undefined, value: "1" },
  });
  assertEquals(operation("like(any).{a*,b}"), {
    kind: "compare",
    sql: "like",
    quantifier: "any",
    value: "{a*,b}",
  });
  assertEquals(operation('in.(a,"b,\\"c",)'), {
    kind: "in",
    values: ["a", 'b,"c', ""],
  });
  assertEquals(operation("is.NOT_NULL"), { kind: "is", sql: "NOT NULL" });
  assertEquals(operation("wfts(french).x.y"), {
    kind: "search",
    sql: "websearch_to_tsquery",
    language: "french",
    value: "x.y",
  });
  assertEquals(operation("isdistinct.null"), {
    kind: "distinct",
    value: "null",
  });
  const simple = {
    neq: "<>",
    cs: "@>",
    cd: "<@",
    ov: "&&",
    sl: "<<",
    sr: ">>",
    nxr: "&<",
    nxl: "&>",
    adj: "-|-",
  };
  for (const [name, sqlOperator] of Object.entries(simple)) {
    assertEquals(operation(`${name}.x`), {
      kind: "compare",
      sql: sqlOperator,
      quantifier: undefined,
      value: "x",
    });
  }
});

Deno.test("filters: an unknown operator is refused, for a function's argument it is a value", () => {
  assertRefused(() => parseCondition("constructor.1"), 1);
  assertRefused(() => parseCondition("not.foo.1"), 5);
  assertRefused(() => parseCondition("is.maybe"), 4);
  assertRefused(() => parseCondition("in.(1"), 6);
  assertEquals(parseIfCondition("2026-01-01"), null);
});

Deno.test("logic trees: nesting, quotes and array literals keep their commas", () => {
  assertEquals(
    parseLogic("not.or", '(a.eq."x,y",and(b.cs.{1,2},c.not.in.(1,2)))'),
    {
      kind: "or",
      negated: true,
      terms: [
        {
          kind: "filter",
          filter: {
            field: column("a"),
            negated: false,
            operation: {
              kind: "compare",
              sql: "=",
              quantifier: undefined,
              value: "x,y",
            },
          },
        },
        {
          kind: "and",
          negated: false,
          terms: [
            {
              kind: "filter",
              filter: {
                field: column("b"),
                negated: false,
                operation: {
                  kind: "compare",
                  sql: "@>",
                  quantifier: undefined,
                  value: "{1,2}",
                },
              },
            },
            {
              kind: "filter",
              filter: {
                field: column("c"),
                negated: true,
                operation: { kind: "in", values: ["1", "2"] },
              },
            },
          ],
        },
      ],
    },
  );
  assertThrows(() => parseLogic("and", "()"), RestError);
  assertThrows(() => parseLogic("and", "(and".repeat(10_000)), RestError);
});

Deno.test("order: directions, nulls, columns of embeds", () => {
  assertEquals(parseOrder("a.desc.nullslast,doctors(name).asc"), [
    { field: column("a"), suffix: " desc nulls last" },
    { relation: "doctors", field: column("name"), suffix: " asc" },
  ]);
  assertRefused(() => parseOrder("id.up"), 4);
  assertRefused(() => parseOrder("id.asc.nullslasttt"), 17);
});

Deno.test("the query string: what belongs to an embed, ranges, reserved names, canonical form", () => {
  const query = parseQuery(
    "?select=id&b.c.d=eq.1&b.order=x&b.limit=2&limit=5&offset=1&b.not.or=(e.eq.1)&columns=a,%22b%20c%22",
    false,
  );
  assertEquals(query.filters.map(({ path, item }) => [path, item.field.name]), [
    [["b", "c"], "d"],
  ]);
  assertEquals(query.orders.map(({ path }) => path), [["b"]]);
  assertEquals(query.ranges, [
    { path: ["b"], item: { offset: 0, limit: 2 } },
    { path: [], item: { offset: 1, limit: 5 } },
  ]);
  assertEquals(query.logic.map(({ path, item }) => [path, item.kind]), [[
    ["b"],
    "or",
  ]]);
  assertEquals(query.columns, ["a", "b c"]);
  assertEquals(
    parseQuery("?z=eq.1&a=in.(1)", false).canonical,
    "a=in.%281%29&z=eq.1",
  );
  assertEquals(parseQuery("?n=5&id=gt.1", true).arguments, [["n", "5"]]);
});

Deno.test("Prefer: the first of several counts, strict handling refuses the unknown", () => {
  const zones = new Set(["Europe/Luxembourg"]);
  assertEquals(
    parsePreferences(
      "count=exact,count=planned, tx=rollback ,timezone=Europe/Luxembourg,max-affected=3",
      true,
      zones,
    ),
    {
      count: "exact",
      tx: "rollback",
      timezone: "Europe/Luxembourg",
      maxAffected: 3,
    },
  );
  assertEquals(
    parsePreferences("tx=rollback", false, zones),
    {},
  );
  assertEquals(parsePreferences("__proto__=x, toString=y", true, zones), {});
  const error = assertThrows(
    () => parsePreferences("handling=strict, nope", true, zones),
    RestError,
  );
  assertEquals(error.code, "PGRST122");
});

Deno.test("Accept: by quality, unknown types are refused", () => {
  assertEquals(
    negotiate("text/html;q=0.9, text/csv;q=0.2, */*;q=0.1", false).shape,
    "csv",
  );
  assertEquals(negotiate(null, false).shape, "array");
  assertThrows(
    () => negotiate("application/vnd.pgrst.plan+json", false),
    RestError,
  );
});

Deno.test("snippets: values become parameters, names are quoted, NUL never reaches the text", () => {
  const condition = sql`${ident('a"b\0c')} = ${bind("x'; drop table y; --")}`;
  assertEquals(render(sql`select ${join([condition, condition], " and ")}`), {
    text: 'select "a""b" = $1 and "a""b" = $2',
    values: ["x'; drop table y; --", "x'; drop table y; --"],
  });
});
