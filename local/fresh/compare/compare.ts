import { normalize, type Normalized } from "./normalize.ts";
import { type RawRequest, send } from "./raw_request.ts";

/** Two servers of the same app, on the same database. */
export interface Servers {
  ours: string;
  other: string;
}

/** A request that the two did not answer alike. */
export interface Difference {
  request: string;
  /** Line by line, `-` the other one's and `+` ours. */
  lines: string[];
}

/** Sends each request to both servers and tells where status, headers or bytes differ. */
export async function compare(
  { ours, other }: Servers,
  requests: [who: string, RawRequest][],
): Promise<Difference[]> {
  const differences: Difference[] = [];
  for (const [who, request] of requests) {
    const answers = await Promise.all(
      [other, ours].map(async (base) => {
        try {
          return linesOf(normalize(await send(base, request)));
        } catch (error) {
          return [String(error)];
        }
      }),
    );
    const [theirs = [], own = []] = answers;
    const lines = [
      ...theirs.filter((line) => !own.includes(line)).map((l) => `- ${l}`),
      ...own.filter((line) => !theirs.includes(line)).map((l) => `+ ${l}`),
    ];
    if (theirs.join("\n") === own.join("\n")) continue;
    const { method, path, headers } = request;
    const more = JSON.stringify(headers).slice(0, 120);
    differences.push({
      request: `${who} ${method} ${path.slice(0, 80)} ${more}`,
      lines: lines.length > 0 ? lines : ["the same lines in another order"],
    });
  }
  return differences;
}

/** Elements each on a line, so that one that differs is seen. */
function linesOf({ status, headers, body }: Normalized): string[] {
  return [
    `${status}`,
    ...headers,
    ...body.replaceAll("><", ">\n<").split("\n"),
  ];
}
