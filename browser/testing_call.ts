import { signal } from "@preact/signals";
import type { Side } from "@/domain/transitions.ts";
import { CallStore } from "./call.ts";
import type { CallAccess } from "./call_access.ts";
import type { CallConference, ConferenceEvents } from "./conference.ts";
import type { LocalTrackEvents, LocalTracks } from "./local_tracks.ts";
import type { DeviceProblem, Kind } from "./media.ts";
import type { RemoteMedia } from "./remote_tracks.ts";
import { FakeStream, FakeTrack, noEffects } from "./testing_media.ts";

/** A way into the room whose other end a test plays. */
export class FakeConference implements CallConference {
  readonly jitsi = null;
  joined = false;
  alone = true;
  sending: string[] | undefined;
  hasTracks = false;
  direct = true;
  left = false;
  published = 0;
  misses = false;
  /** A third person is in the room. */
  guest = false;
  /** What we told the other side. */
  missing = false;

  constructor(readonly events: ConferenceEvents) {}

  media(): RemoteMedia {
    const tracks = this.hasTracks ? [new FakeTrack("video", "theirs")] : [];
    return {
      stream: new FakeStream(tracks).asStream(),
      muted: { audio: false, video: false },
      lost: { audio: false, video: false },
      screen: false,
    };
  }

  third(): RemoteMedia | null {
    return this.guest ? this.media() : null;
  }

  removeStrangers(): void {}

  publish(): void {
    this.published++;
  }

  miss(missing: boolean): void {
    this.missing = missing;
  }

  leave(): Promise<void> {
    this.left = true;
    return Promise.resolve();
  }

  /** The room lets us in. */
  join(): void {
    this.joined = true;
    this.events.onJoined();
  }

  /** The other side is there, and sends this; without words, nothing of it has arrived yet. */
  meet(sending?: string): void {
    this.alone = false;
    this.sending = sending?.split(" ");
    this.hasTracks = sending !== undefined && sending !== "none";
    this.events.onChange();
  }

  /** The other side has left. */
  part(): void {
    this.alone = true;
    this.hasTracks = false;
    this.events.onChange();
  }
}

/** Own devices as the call sees them; a test loses them. */
class FakeTracks {
  on_ = { audio: true, video: true };
  lost: Record<Kind, DeviceProblem | null> = { audio: null, video: null };
  changed: [Kind, string][] = [];

  constructor(readonly events: LocalTrackEvents) {}

  on = () => ({ ...this.on_ });
  problems = () => ({ ...this.lost });
  stream = () => new FakeStream().asStream();
  deviceOf = (kind: Kind) => `first-${kind}`;
  turn = (kind: Kind, on: boolean) => {
    this.on_[kind] = on;
    this.events.onChange();
    return Promise.resolve();
  };
  change = (kind: Kind, id: string) => {
    this.changed.push([kind, id]);
    this.lost[kind] = null;
    this.on_[kind] = true;
    this.events.onChange();
    return Promise.resolve();
  };
}

/** A call whose browser, network and room a test plays; it is the patient's, unless said otherwise. */
export function fakeCall(side: Side = "patient") {
  const ways: FakeConference[] = [];
  const world = {
    /** Our own network. */
    online: true,
    tickets: 0,
    awake: false,
    claims: 0,
    released: 0,
    /** Another window of this browser takes the call. */
    loseWindow: () => {},
  };
  const taken = signal(false);
  /** The doctor has let a third person in. */
  const admitted = signal(false);
  let tracks: FakeTracks | undefined;
  const ticket = {
    jitsiUrl: "https://jitsi.example",
    domain: "meet.jitsi",
    room: "room",
    token: "token",
    stunServers: [],
  };
  const access: CallAccess = {
    ticket() {
      world.tickets++;
      return world.online
        ? Promise.resolve(ticket)
        : Promise.reject(new Error("offline"));
    },
    openTracks(_ticket, _conferences, events) {
      tracks = new FakeTracks(events);
      // What the call uses of them is here.
      return Promise.resolve(tracks as unknown as LocalTracks);
    },
    enter(_ticket, _tracks, events) {
      const way = new FakeConference(events);
      ways.push(way);
      return way;
    },
    probe: () => Promise.resolve(world.online),
    takeOver(held, onLost) {
      held();
      world.loseWindow = onLost;
      return () => {};
    },
    keepAwake() {
      world.awake = true;
      return () => world.awake = false;
    },
    keepSending() {},
    listDevices: () =>
      Promise.resolve({
        cameras: [{ id: "first-video", label: "" }],
        microphones: [
          { id: "first-audio", label: "Headset" },
          { id: "second-audio", label: "Desk" },
        ],
        loudspeakers: [],
      }),
    effects: noEffects,
  };
  const store = new CallStore({
    appointmentId: "appointment-1",
    side,
    claim: () => world.claims++,
    release: () => world.released++,
    taken,
    guestAdmitted: () => admitted.value,
  }, access);
  return {
    store,
    world,
    taken,
    admitted,
    ways,
    /** The newest way into the room. Throws when there is none. */
    way(): FakeConference {
      const way = ways.at(-1);
      if (way === undefined) throw new Error("No way was begun");
      return way;
    },
    /** A device of ours ends. */
    lose(kind: Kind): void {
      if (tracks === undefined) throw new Error("No devices are open");
      tracks.lost[kind] = "ended";
      tracks.on_[kind] = false;
      tracks.events.onChange();
    },
    changed: () => tracks?.changed ?? [],
  };
}
