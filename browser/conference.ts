import type { CallSide } from "@/domain/guests.ts";
import type { CallTicket } from "./answers.ts";
import { type CallConnection, jitsiOptions } from "./call_connection.ts";
import { CameraHeight, FULL_HEIGHT } from "./camera_height.ts";
import type { JitsiConference, JitsiMeetJS, JitsiTrack } from "./jitsi.ts";
import type { LocalTracks } from "./local_tracks.ts";
import type { Kind } from "./media.ts";
import { type Participant, SIDE, SINCE, whoIsWho } from "./participants.ts";
import { type RemoteMedia, RemoteTracks } from "./remote_tracks.ts";

/** What one way into the room tells the call. */
export interface ConferenceEvents {
  /** In the room. */
  onJoined: () => void;
  /** Somebody came or left, or sends something else. */
  onChange: () => void;
  /** What arrived in the last second, in kbit/s. */
  onDownload: (kilobits: number) => void;
  /** How good the own connection is: 0 (bad) to 100 (good). */
  onQuality: (percent: number) => void;
  /** Media goes another way on purpose: a third person came, or has left. */
  onRerouted: () => void;
  /** The browser finds no way to the other side any more. */
  onInterrupted: () => void;
  /** The room cannot be reached any more, or never could. Media that runs directly may run on. */
  onBroken: () => void;
  /** Somebody with the right to do so took this window out of the room. */
  onRemoved: () => void;
}

/** One way into the room, as the call uses it; tests have their own. */
export interface CallConference {
  /** The conference for the tracks that are sent. */
  readonly jitsi: JitsiConference | null;
  readonly joined: boolean;
  /** Nobody else is in the room, as far as is known. */
  readonly alone: boolean;
  /** What the other side says to send; undefined when nobody has said anything. */
  readonly sending: readonly string[] | undefined;
  /** The other side says that nothing of ours arrives, though its own network is fine. */
  readonly misses: boolean;
  /** Something of the other side arrives or is about to. */
  readonly hasTracks: boolean;
  /** Media goes from browser to browser, and not over a server that can decrypt it. */
  readonly direct: boolean;
  /** What to show of the other side. */
  media(): RemoteMedia;
  /** What to show of the third person; null when there is none in the room. */
  third(): RemoteMedia | null;
  /** Takes out of the room who should not be in it (the doctor's right): a crashed tab's ghost, a guest who is not admitted. */
  removeStrangers(guestAdmitted: boolean): void;
  /** Tells the other side again what is sent. */
  publish(): void;
  /** Tells the other side that nothing of it arrives, or that it does again. */
  miss(missing: boolean): void;
  /** Leaves; resolves when the room knows, after a second at most. */
  leave(): Promise<void>;
}

/**
 * The properties of a participant: what they send, as `audio video` or `none`; which devices they lost; and `yes`
 * when nothing of the other side arrives.
 */
const SENDING = "sending";
const LOST = "lost";
const MISSING = "missing";

const kinds = ["audio", "video"] as const;

/** How long the room may take to say goodbye, in milliseconds; the library alone waits 5 s. */
const GOODBYE_MS = 1_000;

/**
 * One conference, from joining to leaving. With `jitsi.ts`, `call_connection.ts` and `local_tracks.ts` all that knows
 * lib-jitsi-meet.
 */
export class Conference implements CallConference {
  readonly #tracks = new RemoteTracks();
  jitsi: JitsiConference | null = null;
  joined = false;
  direct = false;
  #left = false;
  #missing = false;
  readonly #since = Date.now();
  #removed = new Set<string>();
  readonly #height = new CameraHeight((maxHeight) => {
    this.jitsi?.setSenderVideoConstraint(maxHeight).catch(() => {}); // sent as it is
  });

  constructor(
    readonly library: JitsiMeetJS,
    readonly connection: CallConnection,
    readonly ticket: CallTicket,
    readonly local: LocalTracks,
    readonly side: CallSide,
    readonly events: ConferenceEvents,
  ) {
    connection.follow({
      onEstablished: () => {
        if (!this.#left) this.#join();
      },
      onBroken: () => {
        if (!this.#left) events.onBroken();
      },
    });
  }

  get alone(): boolean {
    return this.#others().remote === undefined;
  }

  get sending(): readonly string[] | undefined {
    return wordsOf(this.#others().remote, SENDING);
  }

  get misses(): boolean {
    return wordsOf(this.#others().remote, MISSING)?.includes("yes") ?? false;
  }

  get hasTracks(): boolean {
    return this.#tracks.hasRemote(this.#others().third?.getId());
  }

  media(): RemoteMedia {
    const { remote, third } = this.#others();
    return this.#tracks.media(
      "remote",
      third?.getId(),
      wordsOf(remote, SENDING),
      wordsOf(remote, LOST),
    );
  }

  third(): RemoteMedia | null {
    const { third } = this.#others();
    return third === undefined ? null : this.#tracks.media(
      "third",
      third.getId(),
      wordsOf(third, SENDING),
      wordsOf(third, LOST),
    );
  }

  /**
   * Says what runs, in words of our own: without a bridge the library does not tell the other side that the
   * media of whoever made the connection is on, and it would look muted.
   */
  publish(): void {
    const on = this.local.on();
    const lost = this.local.problems();
    const say = (name: string, of: Record<Kind, unknown>) =>
      this.jitsi?.setLocalParticipantProperty(
        name,
        kinds.filter((kind) => of[kind]).join(" ") || "none",
      );
    say(SENDING, on);
    say(LOST, lost);
  }

  miss(missing: boolean): void {
    if (missing === this.#missing) return;
    this.#missing = missing;
    this.jitsi?.setLocalParticipantProperty(MISSING, missing ? "yes" : "no");
  }

  async leave(): Promise<void> {
    if (this.#left) return;
    this.#left = true;
    this.#height.end();
    const gone = Promise.resolve(this.jitsi?.leave()).catch(() => {});
    this.local.stayWithNewest();
    void gone.then(() => this.local.stayWithNewest());
    // On the way in there is nobody to say goodbye to, and until the connection is closed the library would still
    // join, after it has left: in the place of another window of the same person.
    if (this.joined) {
      await Promise.race([
        gone,
        new Promise((done) => setTimeout(done, GOODBYE_MS)),
      ]);
    }
    await this.connection.close();
  }

  #others() {
    const others = this.jitsi?.getParticipants() ?? [];
    return whoIsWho(others, { side: this.side, since: this.#since });
  }

  removeStrangers(guestAdmitted: boolean): void {
    if (this.side !== "doctor") return;
    const { ghosts, third } = this.#others();
    for (const one of guestAdmitted || !third ? ghosts : [...ghosts, third]) {
      const id = one.getId();
      // Asked once: the server may take a moment.
      if (!this.#removed.has(id)) this.jitsi?.kickParticipant(id);
      this.#removed.add(id);
    }
  }

  #join(): void {
    const { library, events, ticket } = this;
    const conference = this.jitsi = this.connection.jitsi.initJitsiConference(
      ticket.room,
      jitsiOptions(library, ticket),
    );
    const { conference: happens, connectionQuality } = library.events;
    const on = (event: string, listener: (...args: never[]) => void) =>
      conference.on(event, (...args: never[]) => {
        if (!this.#left) listener(...args);
      });
    const changed = () => {
      // Tracks may go before or after whoever sent them.
      const { remote, third } = this.#others();
      if (!remote && !third) this.#tracks.clear();
      events.onChange();
    };
    on(happens.CONFERENCE_JOINED, () => {
      this.joined = true;
      // From a bridge: everybody, in a size that fills a stage.
      conference.setReceiverConstraints?.({
        lastN: -1,
        defaultConstraints: { maxHeight: FULL_HEIGHT },
      });
      events.onJoined();
    });
    on(happens.CONFERENCE_FAILED, events.onBroken);
    // Put out by the room itself: the library would notice when its connection ends, seconds later.
    on(happens.CONFERENCE_LEFT, events.onBroken);
    on(happens.KICKED, events.onRemoved);
    on(happens.P2P_STATUS, (_: unknown, direct: boolean) => {
      this.direct = direct;
      // Two who lose their direct way have lost the network, or each other.
      if (direct) this.#height.started();
      const others = conference.getParticipants().length;
      if (direct || others > 1) events.onRerouted();
      events.onChange();
    });
    on(happens.USER_JOINED, () => {
      this.#height.arrived();
      changed();
    });
    on(happens.USER_LEFT, changed);
    on(happens.TRACK_ADDED, (track: JitsiTrack) => {
      if (track.isLocal()) return;
      this.#tracks.add(track);
      // The camera becomes a screen, or the other way round, on the same track.
      track.addEventListener(
        library.events.track.TRACK_VIDEOTYPE_CHANGED,
        events.onChange,
      );
      events.onChange();
    });
    on(happens.TRACK_REMOVED, (track: JitsiTrack) => {
      this.#tracks.delete(track);
      events.onChange();
    });
    on(happens.TRACK_MUTE_CHANGED, events.onChange);
    on(happens.PARTICIPANT_PROPERTY_CHANGED, changed);
    on(happens.CONNECTION_INTERRUPTED, events.onInterrupted);
    on(happens.CONNECTION_RESTORED, events.onChange);
    on(connectionQuality.LOCAL_STATS_UPDATED, (stats: LocalStats) => {
      if (stats.connectionQuality !== undefined) {
        events.onQuality(Math.round(stats.connectionQuality));
      }
      if (stats.bitrate?.download !== undefined) {
        events.onDownload(stats.bitrate.download);
      }
    });
    for (const track of this.local.all) void conference.addTrack(track);
    conference.setLocalParticipantProperty(SIDE, this.side);
    conference.setLocalParticipantProperty(SINCE, String(this.#since));
    this.publish();
    this.#height.begin();
    conference.join();
  }
}

/** What the library measures of the own connection. */
interface LocalStats {
  connectionQuality?: number;
  /** kbit/s. */
  bitrate?: { download?: number };
}

function wordsOf(
  someone: Participant | undefined,
  property: string,
): string[] | undefined {
  return someone?.getProperty(property)?.split(" ");
}
