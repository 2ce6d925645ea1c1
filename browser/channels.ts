import { RealtimeClient } from "@supabase/realtime-js";
import { accessTokenSource } from "./access_token.ts";

/** Where Realtime is, and the key that every visitor may know. */
export interface ChannelAccess {
  /** Supabase's address, as `https://project.supabase.co`. */
  url: string;
  publishableKey: string;
}

/** Somebody who has the page of a topic open. */
export interface Present {
  /** The name they chose, as `patient`. */
  key: string;
  /** What they tell of themselves. */
  meta: Readonly<Record<string, unknown>>;
}

/** What somebody who listens to a topic wants to hear. */
export interface Listener {
  /** A broadcast of the database: what happened, and ids and times. */
  onEvent?: (event: string, payload: Record<string, unknown>) => void;
  /**
   * The channel is joined: read again from the server what may have been missed meanwhile. Called again until it is
   * known that broadcasts of the database arrive ({@link READY_AFTER}).
   */
  onLive: () => void;
  /** The channel is cut. It comes back by itself, then `onLive` is called. */
  onCut: () => void;
  /** Who is on the topic now, one entry for each window. */
  onPresence?: (present: Present[]) => void;
  /** Shows oneself under this key. Told once: presence is not a heartbeat. */
  presence?: string;
}

/** A topic that is listened to. */
export interface Joined {
  /** Tells the others something of oneself, until it is told otherwise; also after a gap. Needs `presence`. */
  tell(meta: Record<string, unknown>): void;
  leave(): void;
}

/** The channels of a page, over one socket. */
export interface Channels {
  /** Listens to a private topic. */
  join(topic: string, listener: Listener): Joined;
  /** Tries to connect at once when nothing does so: the library rests while its page is hidden. */
  wake(): void;
  close(): void;
}

/** A line that is dead without a word is noticed after one or two of these, in milliseconds. */
const HEARTBEAT = 5_000;

/**
 * Realtime answers a join before its replication runs: for up to 30 s what the database sends reaches nobody. The
 * server says when it does (`replication_ready`); until then the page reads again so long after the join, in
 * milliseconds.
 */
const READY_AFTER = [1_000, 3_000, 7_000, 15_000, 31_000, 40_000];

/** Opens the page's connection to Realtime. Tokens come from our server, never the session itself. */
export function openChannels(access: ChannelAccess): Channels {
  const client = new RealtimeClient(
    `${access.url.replace(/^http/, "ws")}/realtime/v1`,
    {
      params: { apikey: access.publishableKey },
      accessToken: accessTokenSource(),
      heartbeatIntervalMs: HEARTBEAT,
      // Quick at first: most gaps are short; never more than 10 s.
      reconnectAfterMs: (tries: number) =>
        Math.min(500 * 2 ** (tries - 1), 10_000),
    },
  );
  const wake = () => {
    if (!client.isConnected()) client.connect();
  };
  // A new network: the old line is dead, and nobody should wait until that is noticed.
  const restart = () => void client.disconnect().then(() => client.connect());
  globalThis.addEventListener("online", restart);
  // The first join must bring the person's token: with the public key alone it would be refused. Asked once: of
  // two questions at the same time the library would drop the first one's answer. Offline, a later join asks.
  const authorised = client.setAuth().catch(() => {});
  return {
    join(topic, listener) {
      const channel = client.channel(topic, {
        config: {
          private: true,
          broadcast: {
            self: false,
            ack: false,
            replication_ready: listener.onEvent !== undefined,
          },
          presence: {
            key: listener.presence ?? "",
            enabled: listener.presence !== undefined,
          },
        },
      });
      let meta: Record<string, unknown> = {};
      let subscribed = false;
      let unready: ReturnType<typeof setTimeout>[] = [];
      const ready = () => {
        unready.forEach(clearTimeout);
        unready = [];
      };
      channel.on("broadcast", { event: "*" }, (message) => {
        listener.onEvent?.(message.event, message.payload ?? {});
      });
      channel.on("system", {}, ({ extension, status }) => {
        if (extension !== "system" || status !== "ok") return;
        ready();
        // What was sent while nobody listened is in the tables.
        listener.onLive();
      });
      if (listener.onPresence) {
        channel.on("presence", { event: "sync" }, () => {
          const state = channel.presenceState();
          listener.onPresence?.(
            Object.entries(state).flatMap(([key, windows]) =>
              windows.map((meta) => ({ key, meta: { ...meta } }))
            ),
          );
        });
      }
      let left = false;
      const subscribe = () => {
        if (left) return;
        channel.subscribe((status) => {
          ready();
          subscribed = status === "SUBSCRIBED";
          if (!subscribed) return listener.onCut();
          if (listener.presence !== undefined) void channel.track(meta);
          if (listener.onEvent !== undefined) {
            unready = READY_AFTER.map((after) =>
              setTimeout(listener.onLive, after)
            );
          }
          listener.onLive();
        });
      };
      void authorised.then(subscribe);
      return {
        tell(next) {
          meta = next;
          if (subscribed) void channel.track(meta);
        },
        leave() {
          left = true;
          ready();
          void client.removeChannel(channel);
        },
      };
    },
    wake,
    close() {
      globalThis.removeEventListener("online", restart);
      void client.disconnect();
    },
  };
}
