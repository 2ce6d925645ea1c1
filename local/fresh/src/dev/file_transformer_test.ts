import { assertEquals } from "@std/assert";
import { createFakeFs, delay } from "../test_utils.ts";
import {
  cssAssetHash,
  FileTransformer,
  type TransformFn,
} from "./file_transformer.ts";

type Plugin = [filter: RegExp, fn: TransformFn, exclude?: (string | RegExp)[]];

/** What plugins make of one file: paths and contents, in the order of the paths. */
async function process(path: string, content: string, plugins: Plugin[]) {
  const fs = createFakeFs({ [path]: content });
  const transformer = new FileTransformer(fs, "/root");
  for (const [filter, fn, exclude] of plugins) {
    transformer.onTransform({ pluginName: "test", filter, exclude }, fn);
  }
  const files = await transformer.process(path, "production", "safari15");
  const decoder = new TextDecoder();
  return files?.map((file) => ({
    path: file.path,
    content: decoder.decode(file.content),
    map: file.map && decoder.decode(file.map),
    inputFiles: file.inputFiles,
  })).toSorted((a, b) => a.path < b.path ? -1 : 1) ?? null;
}

const append = (text: string): TransformFn => (args) => ({
  content: args.text + text,
});

Deno.test("plugins pass a file on in their order", async () => {
  const later: TransformFn = async (args) => {
    await delay(1);
    return { content: new TextEncoder().encode(`${args.text}B`), map: "{}" };
  };
  assertEquals(
    await process("a.txt", "_", [[/\.txt$/, append("A")], [/./g, later]]),
    [{ path: "a.txt", content: "_AB", map: "{}", inputFiles: ["a.txt"] }],
  );
});

Deno.test("a file that no plugin changes is left where it is", async () => {
  const seen: string[] = [];
  const look: TransformFn = ({ path, root, target, mode }) => {
    seen.push(`${path} ${root} ${target} ${mode}`);
  };
  assertEquals(
    await process("a.txt", "_", [[/txt/, look], [/css/, look]]),
    null,
  );
  assertEquals(seen, ["a.txt /root safari15 production"]);
});

Deno.test("a plugin can make several files of one, and others see them", async () => {
  const split: TransformFn = () => [
    { path: "a.txt", content: "a" },
    { path: "b.txt", content: "b" },
  ];
  const rename: TransformFn = ({ path, text }) => ({
    path: `c${path}`,
    content: `${text}C`,
  });
  const inputFiles = ["in.txt"];
  assertEquals(
    await process("in.txt", "_", [[/in\.txt$/, split], [/^[ab]/, rename]]),
    [
      { path: "ca.txt", content: "aC", map: null, inputFiles },
      { path: "cb.txt", content: "bC", map: null, inputFiles },
    ],
  );
  const same: TransformFn = ({ path, text }) => [{ path, content: `${text}A` }];
  assertEquals(await process("x", "_", [[/x/, same], [/x/, append("B")]]), [
    { path: "x", content: "_AB", map: null, inputFiles: ["x"] },
  ]);
});

Deno.test("files can be excluded by part, glob or pattern", async () => {
  for (const exclude of ["foo.css", "**/foo.css", /foo\.css$/]) {
    const plugin: Plugin = [/\.css$/, append("!"), [exclude]];
    assertEquals(await process("/s/foo.css", "_", [plugin]), null);
    assertEquals((await process("/s/bar.css", "_", [plugin]))?.length, 1);
  }
});

Deno.test("a stylesheet's URLs of this site are locked, others are not", async () => {
  const css = `a { background: url('/foo.jpg') url(/bar.png#x) url("rel.png"); }
b { --icon: url("data:image/svg+xml,%3Csvg xmlns='http://x' d='a(1, 2)'%3E"); c: url(//x/y) }`;
  const transformer = new FileTransformer(createFakeFs({ "a.css": css }), "/");
  cssAssetHash(transformer);
  const [file] = await transformer.process("a.css", "production", "") ?? [];
  const text = new TextDecoder().decode(file?.content);
  assertEquals(
    text.replaceAll(/__frsh_c=\w{40}/g, "KEY"),
    css.replace("'/foo.jpg'", '"/foo.jpg?KEY"')
      .replace("/bar.png#x", '"/bar.png?KEY#x"'),
  );
});
