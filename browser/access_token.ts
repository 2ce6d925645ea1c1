import type * as v from "valibot";
import { paths } from "@/domain/paths.ts";
import { AccessToken } from "./answers.ts";
import { ask } from "./api.ts";

/** Before an access token ends so soon, in milliseconds, a new one is fetched; of a short token half its life. */
const RENEW_BEFORE = 60_000;

/**
 * The access token for channels: fetched once, however many ask at the same time, and again only when it is about to
 * end. How long it lasts is the difference of two instants of the server: this device's clock may be hours off.
 * Null when our server cannot be reached; the next question asks again.
 */
export function accessTokenSource(
  fetchToken: () => Promise<v.InferOutput<typeof AccessToken>> = () =>
    ask(paths.accessToken(), AccessToken),
  now: () => number = () => performance.now(),
): () => Promise<string | null> {
  let token: string | null = null;
  let renewAt = -Infinity;
  let asking: Promise<void> | undefined;
  const renew = async () => {
    const asked = now();
    try {
      const answer = await fetchToken();
      const lasts = Date.parse(answer.expiresAt) - Date.parse(answer.now);
      token = answer.accessToken;
      renewAt = asked + Math.max(lasts - RENEW_BEFORE, lasts / 2);
    } catch {
      // Offline: the old token is as good as none, and the next question asks again.
    }
  };
  return async () => {
    if (now() >= renewAt) {
      await (asking ??= renew().finally(() => asking = undefined));
    }
    return token;
  };
}
