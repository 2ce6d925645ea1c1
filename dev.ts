import { fileURLToPath } from "node:url";
import { createRequire } from "node:module";
import { Builder } from "fresh/dev";
import { build } from "esbuild";
import { browserslistToTargets, bundle } from "lightningcss";
import { precompress } from "@/services/http/precompress.ts";

/** The oldest browsers that the styles are written down to. */
const targets = browserslistToTargets([
  "chrome 109",
  "firefox 115",
  "safari 16.4",
]);

// `deno run -A dev.ts build [folder]`: into `_fresh/` unless another folder is named.
const [task, outDir = "_fresh"] = Deno.args;

const builder = new Builder({
  outDir,
  target: ["chrome109", "firefox115", "safari16.4"],
  // Parts of islands start with the island that they lie in: with scripts of their own there would be more and smaller
  // files, which compress worse.
  ignore: [/[._]test\.\w+$/, /[\\/]islands[\\/]parts[\\/]/],
});

// These files reach the browser; the others are their parts.
builder.onTransformStaticFile(
  {
    pluginName: "styles",
    filter:
      /styles[\\/](main|home|pages|waiting-room|consultation|workspace)\.css$/,
  },
  ({ path }) => ({
    content: new Uint8Array(
      bundle({
        filename: path.startsWith("file:") ? fileURLToPath(path) : path,
        minify: true,
        targets,
      }).code,
    ),
  }),
);

/** What was bundled for them: megabytes of packages, which a change in development leaves as they are. */
const workers = new Map<
  string,
  { text: string; content: Uint8Array<ArrayBuffer> }
>();

// For workers: the decoder of photos from phones, with its WebAssembly, and what runs the model that blurs a background.
builder.onTransformStaticFile(
  {
    pluginName: "workers",
    filter: /(heic[\\/]libheif|blur[\\/]litert)\.js$/,
  },
  async ({ path }) => {
    const source = path.startsWith("file:") ? fileURLToPath(path) : path;
    const kept = workers.get(source);
    const text = await Deno.readTextFile(source);
    if (kept?.text === text) return { content: kept.content };
    const { outputFiles } = await build({
      entryPoints: [source],
      bundle: true,
      format: "iife",
      minify: true,
      loader: { ".wasm": "binary" },
      // What the library asks for where it runs in Node.
      external: ["fs", "path", "crypto"],
      legalComments: "inline",
      write: false,
    });
    const content = new Uint8Array(outputFiles[0]?.contents ?? []);
    workers.set(source, { text, content });
    return { content };
  },
);

// What such code fetches beside itself, as its package has it.
const { resolve } = createRequire(import.meta.url);
const noise = "@sapphi-red/web-noise-suppressor";
for (
  const [file, source] of Object.entries({
    "blur/litert_wasm_internal.js":
      "@litertjs/core/wasm/litert_wasm_internal.js",
    "blur/litert_wasm_internal.wasm":
      "@litertjs/core/wasm/litert_wasm_internal.wasm",
    "blur/selfie_segmentation.tflite":
      "@mediapipe/selfie_segmentation/selfie_segmentation_landscape.tflite",
    "noise/worklet.js": `${noise}/rnnoiseWorklet.js`,
    "noise/rnnoise.wasm": `${noise}/rnnoise.wasm`,
    "noise/rnnoise_simd.wasm": `${noise}/rnnoise_simd.wasm`,
  })
) {
  const filter = new RegExp(
    `${file.replace("/", "[\\\\/]").replace(".", "\\.")}$`,
  );
  builder.onTransformStaticFile(
    { pluginName: "packages", filter },
    async () => ({ content: await Deno.readFile(resolve(source)) }),
  );
}

if (task === "build") {
  await builder.build();
  await precompress(outDir);
} else {
  // Not written out there: Deno would read the whole app before a build, too.
  const app = "./main.ts";
  await builder.listen(() => import(app));
}
