/**
 * How long `deno task dev` takes from a saved file to the page that shows the change: five of each kind, against a
 * house that runs in development from this folder (`deno run -A --config deno.local.json bench/dev.ts http://localhost:8000`).
 * The files are written back at the end.
 */
const [origin = "http://localhost:8000"] = Deno.args;
const TIMES = 5;
const LONGEST_MS = 30_000;

interface Change {
  kind: string;
  file: string;
  /** The file with a mark in it that the page, or what it loads, shows. */
  edit(text: string, mark: string): string;
  /** Where the mark is found; `{build}` is the page's build. */
  path: string;
}

const changes: Change[] = [
  {
    kind: "component",
    file: "components/layout/PageFooter.tsx",
    edit: (text, mark) =>
      text.replace(
        '<footer class="footer',
        `<footer data-mark="${mark}" class="footer`,
      ),
    path: "/fr/help",
  },
  {
    kind: "route",
    file: "routes/[language]/help.tsx",
    edit: (text, mark) => text.replace("<h1", `<h1 data-mark="${mark}"`),
    path: "/fr/help",
  },
  {
    kind: "island",
    file: "islands/ResendButton.tsx",
    edit: (text, mark) =>
      `${text}\nObject.assign(self, { mark: "${mark}" });\n`,
    path: "/_fresh/js/{build}/ResendButton.js",
  },
  {
    kind: "style sheet",
    file: "static/styles/base.css",
    edit: (text, mark) => `${text}\n.${mark} { color: red }\n`,
    path: "/styles/main.css",
  },
];

for (const change of changes) {
  const before = await Deno.readTextFile(change.file);
  const took: number[] = [];
  try {
    for (let n = 0; n < TIMES; n++) {
      took.push(await measure(change, before, `mark-${n}`));
      // Somebody looks at the page, and the next start is made ready.
      await new Promise((resolve) => setTimeout(resolve, 3_000));
    }
  } finally {
    await Deno.writeTextFile(change.file, before);
  }
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  const sorted = took.map(Math.round).sort((a, b) => a - b);
  console.log(change.kind.padEnd(12), sorted.join(" "), "ms");
}

/** Milliseconds from writing the file to having what the page shows then. */
async function measure(
  change: Change,
  before: string,
  mark: string,
): Promise<number> {
  const events = await fetch(`${origin}/_fresh/dev/reload`);
  const reader = events.body?.getReader();
  await reader?.read(); // it is connected
  const text = change.edit(before, mark);
  if (text === before) throw new Error(`Nothing changes in ${change.file}`);
  const began = performance.now();
  await Deno.writeTextFile(change.file, text);
  await reader?.read();
  await reader?.cancel();
  while (!(await shown(change)).includes(mark)) {
    if (performance.now() - began > LONGEST_MS) {
      throw new Error(`${change.kind}: not shown`);
    }
  }
  return performance.now() - began;
}

async function shown({ path }: Change): Promise<string> {
  const page = await (await fetch(`${origin}/fr/help`)).text();
  const build = /__frsh_c=(\w+)/.exec(page)?.[1] ?? "";
  if (path === "/fr/help") return page;
  return await (await fetch(origin + path.replace("{build}", build))).text();
}
