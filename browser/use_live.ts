import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { ask, Refusal } from "./api.ts";
import {
  type ChannelAccess,
  type Channels,
  type Listener,
  openChannels,
} from "./channels.ts";

/** While the channel is cut, the server is asked so often, in milliseconds: a ring must not be missed. */
const ASK_WHEN_CUT = 5_000;

/** A record of the server that follows what happens to it. */
export interface LiveRecord<Content> {
  record: Content;
  /** Channel and server answer. When not, the record is read again every few seconds. */
  live: boolean;
  /** The page's channels; null before the first render is done. */
  channels: Channels | null;
  /** The server's clock, in milliseconds; ticks every second. */
  now: number;
  /** Reads the record again. */
  refresh: () => Promise<void>;
}

/** Follows one record: reads it from `path` whenever something happens on `topic`, and after every gap. */
export function useLive<Content extends { now: string }>(
  first: Content,
  { path, topic, access, listener = {} }: {
    path: string;
    topic: string;
    access: ChannelAccess;
    listener?: Pick<Listener, "presence" | "onPresence">;
  },
): LiveRecord<Content> {
  const [record, setRecord] = useState(first);
  const [joined, setJoined] = useState(true);
  const [reached, setReached] = useState(true);
  const [channels, setChannels] = useState<Channels | null>(null);
  const clock = useClock(first.now);
  const live = joined && reached;

  const refresh = useCallback(async () => {
    try {
      const fresh = await ask<Content>(path);
      clock.set(fresh.now);
      // Answers may overtake each other: an older one says nothing new.
      setRecord((before) =>
        Date.parse(fresh.now) >= Date.parse(before.now) ? fresh : before
      );
      setReached(true);
    } catch (error) {
      // The session is over: the page itself leads to signing in, and back here.
      if (error instanceof Refusal && error.status === 401) location.reload();
      setReached(false);
    }
  }, [path]);

  useEffect(() => {
    const opened = openChannels(access);
    const offline = () => setReached(false);
    globalThis.addEventListener("offline", offline);
    setChannels(opened);
    opened.join(topic, {
      ...listener,
      onEvent: () => void refresh(),
      onLive: () => {
        setJoined(true);
        void refresh();
      },
      onCut: () => setJoined(false),
    });
    return () => {
      globalThis.removeEventListener("offline", offline);
      opened.close();
    };
  }, [topic]);

  useEffect(() => {
    if (live) return;
    void refresh();
    const timer = setInterval(() => {
      channels?.wake();
      void refresh();
    }, ASK_WHEN_CUT);
    return () => clearInterval(timer);
  }, [live, channels]);

  return { record, live, channels, now: clock.now, refresh };
}

/** The server's clock on this screen: a tablet that is minutes off still counts right. */
function useClock(serverNow: string) {
  const offset = useRef(0);
  const [now, setNow] = useState(() => Date.parse(serverNow));
  const set = (moment: string) => {
    offset.current = Date.parse(moment) - Date.now();
    setNow(Date.now() + offset.current);
  };
  useEffect(() => {
    set(serverNow);
    const timer = setInterval(() => setNow(Date.now() + offset.current), 1_000);
    return () => clearInterval(timer);
  }, []);
  return { now, set };
}
