import { IS_BROWSER } from "fresh/runtime";
import type { JSX, RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

type ScriptButtonProps =
  & Omit<JSX.IntrinsicElements["button"], "type" | "ref" | "disabled">
  & { disabled?: boolean; buttonRef?: RefObject<HTMLButtonElement> };

/**
 * A button that only a script makes work. The server renders it disabled and its island enables it: a press before
 * the island is hydrated would be lost, and without JavaScript it would do nothing.
 */
export function ScriptButton(
  { buttonRef, disabled, ...rest }: ScriptButtonProps,
) {
  const own = useRef<HTMLButtonElement>(null);
  const button = buttonRef ?? own;
  // Hydration leaves the server's attributes as they are, so this one is set by hand.
  useLayoutEffect(() => {
    if (button.current) button.current.disabled = disabled === true;
  }, [disabled]);
  return (
    <button
      {...rest}
      type="button"
      ref={button}
      disabled={!IS_BROWSER || disabled}
    />
  );
}
