import type { ComponentChildren, JSX } from "preact";
import { Icon, type IconName } from "./Icon.tsx";
import { ScriptButton } from "./ScriptButton.tsx";

/**
 * `primary`: the one action of a page. `secondary`: its alternatives. `quiet`: everything else.
 * `danger`: cancels or ends. `call`: takes or makes a call, and nothing else. `light`: on the header's ground.
 */
type ButtonKind =
  | "primary"
  | "secondary"
  | "quiet"
  | "danger"
  | "call"
  | "light";

interface Look {
  kind?: ButtonKind;
  icon?: IconName;
  /** Only the icon is shown; the children are the accessible name. There is no tooltip. */
  iconOnly?: boolean;
  children: ComponentChildren;
}

export type ButtonProps =
  & Look
  & { disabled?: boolean }
  & Omit<JSX.IntrinsicElements["button"], keyof Look | "class" | "disabled">;

/**
 * A button. Inside a form it submits. With `type="button"` it needs a script (see `ScriptButton`), unless it opens
 * a popover.
 */
export function Button(
  { kind = "primary", icon, iconOnly, children, ...rest }: ButtonProps,
) {
  const look = `button button-${kind}`;
  const face = <Face icon={icon} iconOnly={iconOnly}>{children}</Face>;
  const { type, ...others } = rest;
  return type === "button" && rest.popovertarget === undefined
    ? <ScriptButton {...others} class={look}>{face}</ScriptButton>
    : <button {...rest} class={look}>{face}</button>;
}

export type ButtonLinkProps =
  & Look
  & { href: string }
  & Omit<JSX.IntrinsicElements["a"], keyof Look | "class" | "href">;

/** A link that looks like a button: it leads somewhere and changes nothing. */
export function ButtonLink(
  { kind = "primary", icon, iconOnly, children, ...rest }: ButtonLinkProps,
) {
  return (
    <a {...rest} class={`button button-${kind}`}>
      <Face icon={icon} iconOnly={iconOnly}>{children}</Face>
    </a>
  );
}

function Face({ icon, iconOnly, children }: Omit<Look, "kind">) {
  return (
    <>
      {icon && <Icon name={icon} />}
      <span class={iconOnly ? "visually-hidden" : undefined}>{children}</span>
    </>
  );
}
