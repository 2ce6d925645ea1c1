import { useEffect, useRef, useState } from "preact/hooks";
import type { CallStore } from "./call.ts";
import type { Corner } from "@/domain/corners.ts";
import { askBeforeLeaving } from "./leave_guard.ts";
import { rememberedChoice } from "./media.ts";
import {
  keepSelfViewCorner,
  keepSelfViewHidden,
  selfViewCorner,
  selfViewHidden,
} from "./self_view.ts";
import { useFullScreen } from "./use_full_screen.ts";

/**
 * The window of a call, whoever talks in it: what fills the screen, the own picture, the panel of the devices. Each
 * group is the properties of the component that shows it. Before the window is left, `question` is asked.
 */
export function useCallWindow(call: CallStore, question: string) {
  const stage = useRef<HTMLDivElement>(null);
  const [full, setFull] = useFullScreen(stage);
  const [selfHidden, setSelfHidden] = useState(false);
  const [corner, setCorner] = useState<Corner>("bottom-start");
  const [devicesOpen, setDevicesOpen] = useState(false);
  const [loudspeaker, setLoudspeaker] = useState("");
  useEffect(() => {
    setLoudspeaker(rememberedChoice().loudspeaker);
    setSelfHidden(selfViewHidden());
    setCorner(selfViewCorner());
  }, []);
  const running = call.running.value;
  useEffect(
    () => running ? askBeforeLeaving(question) : undefined,
    [running],
  );
  return {
    stage,
    loudspeaker,
    self: {
      stream: call.media.stream.value,
      hidden: selfHidden,
      onHide(hidden: boolean) {
        keepSelfViewHidden(hidden);
        setSelfHidden(hidden);
      },
      corner,
      onMove(moved: Corner) {
        keepSelfViewCorner(moved);
        setCorner(moved);
      },
    },
    devicesOpen,
    devices: {
      onLoudspeaker: setLoudspeaker,
      onClose: () => setDevicesOpen(false),
      full,
      onFull: () => setFull(!full),
    },
    controls: {
      on: call.media.on.value,
      onTurn: call.media.turn,
      devicesOpen,
      onDevices: () => setDevicesOpen(!devicesOpen),
      full,
      onFull: () => setFull(!full),
    },
  };
}
