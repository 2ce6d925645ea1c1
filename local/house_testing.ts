import { startHouse } from "./house.ts";

/** A supervisor for a test to kill: starts a house without the app, then says who runs. */
const house = await startHouse({
  ports: "free",
  data: Deno.args[0],
  app: false,
});
const parts = ["postgres", "supabase", "jitsi", "carriers"] as const;
console.log(JSON.stringify(parts.map((part) => house.pid(part))));
