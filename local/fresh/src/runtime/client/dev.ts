import "./live_reload.ts";

export { boot } from "./mod.ts";
