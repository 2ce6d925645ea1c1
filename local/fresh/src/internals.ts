// What the generated files of a build import.
export { setBuildCache, setErrorInterceptor } from "./app.ts";
export { IslandPreparer, ProdBuildCache } from "./build_cache.ts";
export { ASSET_CACHE_BUST_KEY } from "./constants.ts";

import * as path from "node:path";
export { path };
