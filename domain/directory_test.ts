import { assertEquals } from "@std/assert";
import {
  directoryParams,
  isNarrowed,
  readDirectorySearch,
} from "./directory.ts";

const id = "d0000000-0000-4000-8000-000000000001";
const read = (query: string) => readDirectorySearch(new URLSearchParams(query));

Deno.test("a search survives the way through the address", () => {
  for (
    const text of [
      "",
      "q=M%C3%BCller&specialty=dermatology&spoken=pt&town=Esch-sur-Alzette&today=yes&free=yes",
      `after=2026-11-30T08%3A00%3A00%2B00%3A00%7E${id}`,
      `q=Weber&after=infinity%7E${id}`,
    ]
  ) {
    const written = Object.entries(directoryParams(read(text)))
      .filter((entry): entry is [string, string] => entry[1] !== undefined);
    assertEquals(new URLSearchParams(written).toString(), text);
  }
});

Deno.test("parameters that make no sense are as good as none", () => {
  const nothing = read("");
  for (
    const text of [
      "spoken=klingon",
      "today=1&free=perhaps",
      "specialty=&town=",
      `town=${"x".repeat(200)}`,
      "after=",
      `after=yesterday~${id}`,
      `after=2026-13-45T99:00:00Z~${id}`,
      "after=infinity~1%27%20or%201=1",
    ]
  ) assertEquals(read(text), nothing, text);
});

Deno.test("the next page of all doctors is not a narrowed search", () => {
  assertEquals(isNarrowed(read("")), false);
  assertEquals(isNarrowed(read(`after=infinity~${id}`)), false);
  assertEquals(isNarrowed(read("today=yes")), true);
  assertEquals(isNarrowed(read("q=a")), true);
});
