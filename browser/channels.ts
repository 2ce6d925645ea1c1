import { RealtimeClient } from "@supabase/realtime-js";
import { paths } from "@/domain/paths.ts";
import { ask } from "./api.ts";

/** Where Realtime is, and the key that every visitor may know. */
export interface ChannelAccess {
  /** Supabase's address, as `https://project.supabase.co`. */
  url: string;
  publishableKey: string;
}

/** What somebody who listens to a topic wants to hear. */
export interface Listener {
  /** A broadcast of the database: what happened, and ids and times. */
  onEvent?: (event: string, payload: Record<string, unknown>) => void;
  /** The channel is joined: read again from the server what may have been missed meanwhile. */
  onLive: () => void;
  /** The channel is cut. It comes back by itself, then `onLive` is called. */
  onCut: () => void;
  /** Who is on the topic now, by the keys they chose. Only with `presence`. */
  onPresence?: (keys: string[]) => void;
  /** Shows oneself under this key. Told once: presence is not a heartbeat. */
  presence?: string;
}

/** The channels of a page, over one socket. */
export interface Channels {
  /** Listens to a private topic; ends with the returned function. */
  join(topic: string, listener: Listener): () => void;
  /** Tries to connect at once when nothing does so: the library rests while its page is hidden. */
  wake(): void;
  close(): void;
}

/** Before an access token ends so soon, in milliseconds, a new one is fetched. */
const RENEW_BEFORE = 60_000;

/** A line that is dead without a word is noticed after one or two of these, in milliseconds. */
const HEARTBEAT = 5_000;

/** Opens the page's connection to Realtime. Tokens come from our server, never the session itself. */
export function openChannels(access: ChannelAccess): Channels {
  const client = new RealtimeClient(
    `${access.url.replace(/^http/, "ws")}/realtime/v1`,
    {
      params: { apikey: access.publishableKey },
      accessToken: tokenSource(),
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
          broadcast: { self: false, ack: false },
          presence: {
            key: listener.presence ?? "",
            enabled: listener.presence !== undefined,
          },
        },
      });
      channel.on("broadcast", { event: "*" }, (message) => {
        listener.onEvent?.(message.event, message.payload ?? {});
      });
      if (listener.onPresence) {
        channel.on("presence", { event: "sync" }, () => {
          listener.onPresence?.(Object.keys(channel.presenceState()));
        });
      }
      let left = false;
      const subscribe = () => {
        if (left) return;
        channel.subscribe((status) => {
          if (status === "SUBSCRIBED") {
            if (listener.presence !== undefined) void channel.track({});
            listener.onLive();
          } else listener.onCut();
        });
      };
      void authorised.then(subscribe);
      return () => {
        left = true;
        void client.removeChannel(channel);
      };
    },
    wake,
    close() {
      globalThis.removeEventListener("online", restart);
      void client.disconnect();
    },
  };
}

function tokenSource(): () => Promise<string | null> {
  let token: { accessToken: string; expiresAt: string } | undefined;
  return async () => {
    const ends = token ? Date.parse(token.expiresAt) : 0;
    if (ends - Date.now() < RENEW_BEFORE) {
      try {
        token = await ask(paths.accessToken());
      } catch {
        // Offline: the old token is as good as none, and the next try asks again.
      }
    }
    return token?.accessToken ?? null;
  };
}
