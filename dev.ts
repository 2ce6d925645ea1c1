import { fileURLToPath } from "node:url";
import { Builder } from "fresh/dev";
import { browserslistToTargets, bundle } from "lightningcss";

/** The oldest browsers that the styles are written down to. */
const targets = browserslistToTargets([
  "chrome 109",
  "firefox 115",
  "safari 16.4",
]);

// `deno run -A dev.ts build [folder]`: into `_fresh/` unless another folder is named.
const [task, outDir] = Deno.args;

const builder = new Builder({
  outDir,
  target: ["chrome109", "firefox115", "safari16.4"],
});

// One file reaches the browser; the others are its parts.
builder.onTransformStaticFile(
  { pluginName: "styles", filter: /styles[\\/]main\.css$/ },
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

if (task === "build") {
  await builder.build();
} else {
  await builder.listen(() => import("./main.ts"));
}
