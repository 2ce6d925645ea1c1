import { useEffect, useRef, useState } from "preact/hooks";
import {
  closeMedia,
  type DeviceChoice,
  type DeviceLists,
  listDevices,
  type LocalMedia,
  openMedia,
  rememberChoice,
  rememberedChoice,
} from "./devices.ts";
import { watchLevel } from "./level.ts";

/** Camera and microphone of a page, as the person sets them up. */
export interface Devices {
  /** `closed` until opened; `opening` while the browser asks. */
  state: "closed" | "opening" | "open";
  media: LocalMedia | null;
  lists: DeviceLists;
  choice: DeviceChoice;
  /** How loud the microphone is, 0 to 1. */
  level: number;
  open: () => Promise<void>;
  choose: (change: Partial<DeviceChoice>) => Promise<void>;
  /** Lets go of both: the call opens them itself. */
  close: () => void;
}

const none: DeviceLists = { cameras: [], microphones: [], loudspeakers: [] };

/** Opens, shows and changes camera and microphone, and lets go of them when the page's part is gone. */
export function useDevices(): Devices {
  const [state, setState] = useState<Devices["state"]>("closed");
  const [media, setMedia] = useState<LocalMedia | null>(null);
  const [lists, setLists] = useState(none);
  const [choice, setChoice] = useState<DeviceChoice>({
    camera: "",
    microphone: "",
    loudspeaker: "",
  });
  const [level, setLevel] = useState(0);
  const current = useRef<MediaStream | null>(null);

  const openWith = async (wanted: DeviceChoice) => {
    setState("opening");
    closeMedia(current.current);
    const opened = await openMedia(wanted);
    current.current = opened.stream;
    setMedia(opened);
    setLists(await listDevices());
    setState("open");
  };

  useEffect(() => {
    setChoice(rememberedChoice());
    const changed = () => void listDevices().then(setLists);
    navigator.mediaDevices?.addEventListener("devicechange", changed);
    return () => {
      navigator.mediaDevices?.removeEventListener("devicechange", changed);
      closeMedia(current.current);
    };
  }, []);

  useEffect(() => {
    if (state !== "open" || media === null) return;
    return watchLevel(media.stream, setLevel);
  }, [state, media]);

  return {
    state,
    media,
    lists,
    choice,
    level,
    open: () => openWith(rememberedChoice()),
    choose: async (change) => {
      const next = { ...choice, ...change };
      setChoice(next);
      rememberChoice(next);
      // The loudspeaker needs nothing opened.
      if (!("loudspeaker" in change)) await openWith(next);
    },
    close: () => {
      closeMedia(current.current);
      current.current = null;
      setMedia(null);
      setState("closed");
    },
  };
}
