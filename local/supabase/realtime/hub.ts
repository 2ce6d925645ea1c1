import {
  type Broadcast,
  encode,
  encodeBroadcast,
  type Version,
} from "./frames.ts";
import type { Member } from "./member.ts";
import { type Diff, Presence } from "./presence.ts";

/** A channel's name and whether it is private: a private and a public one of the same name are two channels. */
export interface Address {
  name: string;
  private: boolean;
}

/** The members of every channel, and who of them is present. */
export class Hub {
  #channels = new Map<
    string,
    { members: Set<Member>; presence: Presence<Member> }
  >();

  add(member: Member) {
    const channel = this.#channels.get(id(member)) ??
      { members: new Set(), presence: new Presence() };
    this.#channels.set(id(member), channel);
    channel.members.add(member);
  }

  /** Takes a member out and tells the others if he was present. */
  remove(member: Member) {
    const channel = this.#channels.get(id(member));
    if (!channel?.members.delete(member)) return;
    this.untrack(member);
    if (channel.members.size === 0) this.#channels.delete(id(member));
  }

  track(member: Member, payload: Record<string, unknown>) {
    const presence = this.#channels.get(id(member))?.presence;
    if (presence) {
      this.#tell(member, presence.track(member, member.config.key, payload));
    }
  }

  untrack(member: Member) {
    const diff = this.#channels.get(id(member))?.presence.untrack(
      member,
      member.config.key,
    );
    if (diff) this.#tell(member, diff);
  }

  /** Who is there, as JSON. */
  presence(address: Address): string {
    return JSON.stringify(
      this.#channels.get(id(address))?.presence.state() ?? {},
    );
  }

  #tell(address: Address, diff: Diff) {
    const json = JSON.stringify(diff);
    this.#send(
      address,
      (version, topic) =>
        encode(version, null, null, topic, "presence_diff", json),
      (member) => {
        return member.mayRead("presence");
      },
    );
  }

  /**
   * Sends a broadcast to the members of a channel, except to `sender`. `binary` asks for kind 4 frames, which is
   * how a broadcast that came as kind 3 travels on; each version is encoded once.
   */
  broadcast(
    address: Address,
    broadcast: Broadcast,
    { sender, binary }: { sender?: Member; binary?: boolean } = {},
  ) {
    const id = broadcast.meta?.id;
    this.#send(
      address,
      (version, topic) => encodeBroadcast(version, topic, broadcast, binary),
      (member) => {
        return member !== sender && member.mayRead("broadcast") &&
          !(typeof id === "string" && member.replayed.has(id));
      },
    );
  }

  #send(
    address: Address,
    frame: (
      version: Version,
      topic: string,
    ) => string | Uint8Array<ArrayBuffer> | null,
    to: (member: Member) => boolean,
  ) {
    const channel = this.#channels.get(id(address));
    if (!channel) return;
    const frames = new Map<Version, ReturnType<typeof frame>>();
    for (const member of channel.members) {
      if (!to(member)) continue;
      const { version } = member.connection;
      if (!frames.has(version)) {
        frames.set(version, frame(version, member.topic));
      }
      const encoded = frames.get(version);
      if (encoded) member.connection.send(encoded);
    }
  }
}

function id(address: Address): string {
  return (address.private ? "private:" : "public:") + address.name;
}
