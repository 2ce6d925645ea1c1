import type { CallSide } from "@/domain/guests.ts";

/** Media that should run and is not heard of for so long counts as interrupted, in milliseconds. */
const SILENT_MS = 2_500;

/**
 * A connection that was measured so long and has brought nothing at all is interrupted as well, in milliseconds; after
 * every such time it gets so much more: the machine may only be slow.
 */
const EMPTY_MS = 8_000;

/** So long a connection that has just been made, or a network that has just come back, gets to bring media by itself. */
const GRACE_MS = 4_000;
const BACK_MS = 1_000;

/**
 * So long media may take to go another way on purpose before that counts as an interruption, in milliseconds. The
 * library waits five seconds before two people go back to a direct way.
 */
const REROUTE_MS = 12_000;

/**
 * So long after media stopped the room may take to say that a third person who was let in has come, in milliseconds.
 * The other side may have ended the direct way before this one has heard of it.
 */
const EXPECTED_MS = 1_000;

/** So long after media stopped our own network has answered, or has not; in milliseconds. */
const ASKED_MS = 1_500;

/** When both sides miss each other and both are on the network, so long after that one of them joins anew. */
const BOTH_MISS_MS = { doctor: 1_000, patient: 8_000, guest: 12_000 };

/** How long media may be missing before this side joins anew although its own network is fine, in milliseconds. */
const PATIENCE_MS = { doctor: 25_000, patient: 40_000, guest: 50_000 };

/** What the call should do about its media. */
export type Verdict = "fine" | "interrupted" | "rejoin";

/**
 * Watches whether media arrives and whether our side is on the network, and says what to do. The library restarts
 * nothing in a direct call, so whoever was away joins anew as soon as the network answers. Whoever was not away
 * leaves that to the other side, and joins anew only after long; the doctor at once when the other side says that it
 * misses us, too: then only the direct connection between the two is gone.
 */
export class CallWatch {
  #heard = -Infinity;
  /** Media was measured at least once: before that, silence says nothing. */
  #measured = false;
  /** Since when measurements say that nothing at all has come yet. */
  #emptySince: number | null = null;
  #empties = 0;
  #interruptedSince: number | null = null;
  #away = false;
  #backSince: number | null = null;
  #renewedAt = -Infinity;
  #reroutedAt = -Infinity;
  #expected = false;
  /** So many questions in a row the network has not answered. */
  #unanswered = 0;

  constructor(readonly side: CallSide) {}

  /** Our side has lost the network, as far as is known. */
  get away(): boolean {
    return this.#away && this.#backSince === null;
  }

  /** Media is missing, and our own network has been asked and is not to blame. */
  blameless(now: number): boolean {
    const since = this.#interruptedSince;
    return since !== null && !this.#away && !this.rerouting(now) &&
      now - since >= ASKED_MS;
  }

  /** When media stopped; null while it runs. */
  get interruptedSince(): number | null {
    return this.#interruptedSince;
  }

  /** A new connection: silence counts only after it has brought something. */
  renew(now: number): void {
    this.#away = false;
    this.#unanswered = 0;
    this.#backSince = null;
    this.#renewedAt = now;
    this.#measured = false;
    this.#emptySince = null;
    this.#heard = now + GRACE_MS - SILENT_MS;
  }

  /** Media goes another way on purpose, or is about to: a third person came or left. */
  reroute(now: number): void {
    this.#reroutedAt = now;
  }

  /** A third person may come at any moment: they were let in, and are not in the room. */
  expectReroute(expected: boolean): void {
    this.#expected = expected;
  }

  /** Whether media may be missing only because it goes another way, or is about to. */
  rerouting(now: number): boolean {
    if (this.#away) return false;
    const since = this.#interruptedSince;
    const soon = this.#expected && since !== null && now - since < EXPECTED_MS;
    return soon || now - this.#reroutedAt < REROUTE_MS;
  }

  /** What arrived in the last second, in kbit/s. */
  download(kilobits: number, now: number): void {
    if (kilobits <= 0) {
      this.#emptySince ??= now;
      if (this.#measured) this.lose(now);
      return;
    }
    this.#emptySince = null;
    this.#empties = 0;
    this.#measured = true;
    this.#heard = now;
  }

  /** Whether media arrives now. */
  hears(now: number): boolean {
    return now - this.#heard < SILENT_MS;
  }

  /** The network is gone, or media: without waiting for the measurement. */
  lose(now: number): void {
    this.#measured = true;
    this.#heard = Math.min(this.#heard, now - SILENT_MS);
  }

  /** The browser says that it is off the network. */
  offline(now: number): void {
    this.lose(now);
    this.#away = true;
    this.#backSince = null;
  }

  /**
   * Whether the network answered just now; asked while media is interrupted. A machine that is busy with another way
   * for media may miss one answer: then only two questions without one count.
   */
  probed(answered: boolean, now: number): void {
    this.#unanswered = answered ? 0 : this.#unanswered + 1;
    if (answered) {
      if (this.#away) this.#backSince ??= now;
    } else if (this.#unanswered > 1 || !this.rerouting(now)) {
      this.#away = true;
      this.#backSince = null;
    }
  }

  /**
   * What to do now. `expected`: the other side is there and says to send something; `missed`: it says that nothing of
   * ours arrives.
   */
  verdict(expected: boolean, now: number, missed = false): Verdict {
    // What begins to be sent gets its time to arrive.
    if (!expected) {
      this.#measured = false;
      this.#emptySince = null;
    }
    const empty = this.#emptySince === null ? 0 : now - this.#emptySince;
    if (!this.#measured && empty >= EMPTY_MS * (1 + this.#empties)) {
      this.#empties++;
      this.lose(now);
    }
    if (this.hears(now) || !this.#measured) {
      this.#interruptedSince = null;
      this.#unanswered = 0;
      if (this.hears(now)) this.#away = false;
      this.#backSince = this.#away ? this.#backSince : null;
      return "fine";
    }
    const since = this.#interruptedSince ??= now;
    if (this.#backSince !== null) {
      return now - this.#backSince >= BACK_MS ? "rejoin" : "interrupted";
    }
    const waited = now - Math.max(since, this.#renewedAt);
    const lost = missed && !this.rerouting(now);
    const patience = lost ? BOTH_MISS_MS : PATIENCE_MS;
    const enough = waited >= patience[this.side];
    return !this.#away && enough ? "rejoin" : "interrupted";
  }
}
