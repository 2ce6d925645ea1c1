import type { Frame } from "./frames.ts";
import { isRecord } from "./json.ts";
import type { Limits } from "./limits.ts";
import type { Member } from "./member.ts";
import { Rate } from "./rate.ts";

/** What one member shows of himself, and how often he may change it. */
export class Attendance {
  #calls: Rate;
  #shown?: string;

  constructor(
    private member: Member,
    { presenceCalls, presenceWindow }: Limits,
  ) {
    this.#calls = new Rate(presenceCalls, presenceWindow);
  }

  /** Answers a `presence` message: `track` or `untrack`. */
  async handle(frame: Frame, { event, payload = {} }: Record<string, unknown>) {
    const { connection } = this.member;
    if (typeof event !== "string") return connection.reply(frame, "ok");
    if (!this.#calls.take()) {
      return this.member.shut("Client presence rate limit exceeded");
    }
    switch (event.toLowerCase()) {
      case "track":
        return await this.#track(frame, payload);
      case "untrack":
        connection.context.hub.untrack(this.member);
        this.#shown = undefined;
        return connection.reply(frame, "ok");
      default:
        return connection.reply(frame, "error");
    }
  }

  async #track(frame: Frame, payload: unknown) {
    const { member } = this;
    const { hub, limits, rates } = member.connection.context;
    const answer = (status: "ok" | "error", response?: unknown) =>
      member.connection.reply(frame, status, response);
    if (!await member.mayAttend().catch(() => false)) return answer("error");
    if (!member.isHere) return; // he left while his policies were asked
    if (!isRecord(payload)) {
      return answer("error", {
        reason: "Presence track payload must be a map",
      });
    }
    const shown = JSON.stringify(payload);
    if (shown === this.#shown) return answer("ok");
    if (shown.length > limits.payload) {
      return member.shut("Track message size exceeded");
    }
    if (!rates.presences.take()) {
      return member.shut("Too many presence messages per second");
    }
    hub.track(member, payload);
    this.#shown = shown;
    answer("ok");
    if (member.config.presence) return;
    member.config.presence = true; // tracking turns presence on for who joined without it
    member.showPresence();
  }
}
