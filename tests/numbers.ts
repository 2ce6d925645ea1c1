import { join } from "node:path";
import { house } from "./house.ts";

const BLOCK = 1000;
const claimed = new Map<string, { next: number; end: number }>();

/**
 * A whole number from 0 that nobody else in the house gets: what is drawn by lot meets itself once in a thousand
 * people. Each test file, which runs on its own, claims a thousand of them by making a folder.
 */
export function newNumber(): number {
  const { data } = house();
  let block = claimed.get(data);
  if (block === undefined || block.next === block.end) {
    const start = claimBlock(join(data, "test-numbers")) * BLOCK;
    block = { next: start, end: start + BLOCK };
    claimed.set(data, block);
  }
  return block.next++;
}

function claimBlock(folder: string): number {
  Deno.mkdirSync(folder, { recursive: true });
  for (let block = 0;; block++) {
    try {
      Deno.mkdirSync(join(folder, String(block)));
      return block;
    } catch (error) {
      if (!(error instanceof Deno.errors.AlreadyExists)) throw error;
    }
  }
}
