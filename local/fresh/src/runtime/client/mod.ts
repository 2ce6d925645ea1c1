import "./preact_hooks_client.ts";

export { boot } from "./boot.ts";
