import { Builder } from "fresh/dev";
import { bundleStyles } from "@/static/styles/bundle.ts";

const builder = new Builder({
  target: ["chrome109", "firefox115", "safari16"],
});

// One file reaches the browser; the others are its parts.
builder.onTransformStaticFile(
  { pluginName: "styles", filter: /styles\/main\.css$/ },
  async ({ path, mode }) => await bundleStyles(path, mode === "production"),
);

if (Deno.args.includes("build")) {
  await builder.build();
} else {
  await builder.listen(() => import("./main.ts"));
}
