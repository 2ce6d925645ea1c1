import type { ComponentChildren, JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { type Corner, cornerNear, nextCorner } from "@/domain/corners.ts";
import { Icon } from "@/components/ui/Icon.tsx";
import { ScriptButton } from "@/components/ui/ScriptButton.tsx";
import type { ConsultationTexts } from "@/i18n/fr/consultation.ts";
import { VideoView } from "./VideoView.tsx";

interface CallSelfProps {
  stream: MediaStream | null;
  hidden: boolean;
  onHide: (hidden: boolean) => void;
  corner: Corner;
  onMove: (corner: Corner) => void;
  texts: ConsultationTexts;
}

/**
 * One's own picture, small. It is dragged to another corner, or moved there by a button: each press one corner on, the
 * arrow keys that way. Whoever does not want to see it hides it, and is still seen.
 */
export function CallSelf(props: CallSelfProps) {
  const { stream, hidden, onHide, corner, onMove, texts } = props;
  const drag = useDrag(onMove);
  const place = (child: ComponentChildren) => (
    <div class={`call-self call-self-${corner}`}>{child}</div>
  );
  if (hidden) {
    return place(
      <ScriptButton
        class="stage-label"
        onClick={() => onHide(false)}
      >
        <Icon name="user" />
        {texts.showSelf}
      </ScriptButton>,
    );
  }
  return place(
    <div class="call-own" onPointerDown={drag}>
      <VideoView stream={stream} label={texts.you} self />
      <span class="call-own-word" aria-hidden="true">{texts.you}</span>
      <ScriptButton
        class="call-own-button call-own-move"
        aria-label={texts.moveSelf}
        title={texts.moveSelf}
        onClick={() => onMove(nextCorner(corner))}
        onKeyDown={(event) => {
          const moved = nextCorner(corner, event.key);
          if (moved === corner) return;
          event.preventDefault();
          onMove(moved);
        }}
      >
        <Icon name="move" />
      </ScriptButton>
      <ScriptButton
        class="call-own-button"
        aria-label={texts.hideSelf}
        title={texts.hideSelf}
        onClick={() => onHide(true)}
      >
        <Icon name="chevron-down" />
      </ScriptButton>
    </div>,
  );
}

/** Below this many pixels it was a press, not a drag. */
const PRESS = 8;

/** The picture follows the pointer, and comes to rest in the corner that is nearest to where it was let go. */
function useDrag(
  onMove: (corner: Corner) => void,
): (event: JSX.TargetedPointerEvent<HTMLElement>) => void {
  const drag = useRef<AbortController | null>(null);
  useEffect(() => () => drag.current?.abort(), []);
  return ({ currentTarget: picture, button, clientX, clientY, pointerId }) => {
    if (button !== 0) return;
    drag.current?.abort();
    const { signal } = drag.current = new AbortController();
    signal.addEventListener("abort", () => picture.style.translate = "");
    let dragged = false;
    const page = picture.ownerDocument;
    // A quick pointer leaves the picture before it has moved.
    page.addEventListener("pointermove", ({ clientX: x, clientY: y }) => {
      dragged ||= Math.hypot(x - clientX, y - clientY) > PRESS;
      if (!dragged) return;
      // Only now: the buttons on the picture are pressed, and not when they are dragged.
      picture.setPointerCapture(pointerId);
      picture.style.translate = `${x - clientX}px ${y - clientY}px`;
    }, { signal });
    page.addEventListener("pointerup", () => {
      const stage = picture.closest(".call-stage");
      if (dragged && stage) {
        onMove(cornerNear(
          picture.getBoundingClientRect(),
          stage.getBoundingClientRect(),
        ));
      }
      drag.current?.abort();
    }, { signal });
    page.addEventListener("pointercancel", () => drag.current?.abort(), {
      signal,
    });
  };
}
