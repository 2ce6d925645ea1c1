import { useEffect, useState } from "preact/hooks";

/** Whether a video stands in a window of its own above all others, and a function that puts it there or back. */
export function usePictureInPicture(
  video: () => HTMLVideoElement | null | undefined,
): { possible: boolean; on: boolean; turn: () => void } {
  const [possible, setPossible] = useState(false);
  const [on, setOn] = useState(false);
  useEffect(() => {
    setPossible(document.pictureInPictureEnabled === true);
    // Neither event bubbles to the document in every browser: caught on the way down.
    const look = () => setOn(document.pictureInPictureElement !== null);
    const events = ["enterpictureinpicture", "leavepictureinpicture"] as const;
    for (const name of events) document.addEventListener(name, look, true);
    return () => {
      for (const name of events) document.removeEventListener(name, look, true);
      if (document.pictureInPictureElement) {
        void document.exitPictureInPicture().catch(() => {});
      }
    };
  }, []);
  const turn = () => {
    const done = document.pictureInPictureElement
      ? document.exitPictureInPicture()
      : video()?.requestPictureInPicture();
    // No picture yet: nothing to put there.
    done?.catch(() => {});
  };
  return { possible, on, turn };
}
