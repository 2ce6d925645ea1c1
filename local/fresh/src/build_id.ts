import { createHash } from "node:crypto";

/** Set on Deno Deploy only. */
export const DENO_DEPLOYMENT_ID: string | undefined = readEnv(
  "DENO_DEPLOYMENT_ID",
);

/** Names one build: part of the client files' folder and of asset URLs. */
export let BUILD_ID: string = createHash("sha1").update(
  DENO_DEPLOYMENT_ID ?? readEnv("GITHUB_SHA") ?? readEnv("CI_COMMIT_SHA") ??
    crypto.randomUUID(),
).digest("hex");

/** Takes over the id of the build that is being served. */
export function setBuildId(id: string): void {
  BUILD_ID = id;
}

function readEnv(name: string): string | undefined {
  try {
    return Deno.env.get(name) || undefined;
  } catch (error) {
    if (error instanceof Deno.errors.NotCapable) return undefined;
    throw error;
  }
}
