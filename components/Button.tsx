import type { ComponentChildren, JSX } from "preact";
import { Icon, type IconName } from "./Icon.tsx";

/**
 * `primary`: the one action of a page. `secondary`: its alternatives. `quiet`: everything else.
 * `danger`: cancels or ends. `call`: takes or makes a call, and nothing else.
 */
export type ButtonKind = "primary" | "secondary" | "quiet" | "danger" | "call";

interface Look {
  kind?: ButtonKind;
  icon?: IconName;
  /** Only the icon is seen; the children are its name for screen readers and the tooltip of nobody. */
  iconOnly?: boolean;
  children: ComponentChildren;
}

export type ButtonProps =
  & Look
  & Omit<JSX.IntrinsicElements["button"], keyof Look | "class">;

/** A button. Inside a form it submits, unless `type="button"`. */
export function Button(
  { kind = "primary", icon, iconOnly, children, ...rest }: ButtonProps,
) {
  return (
    <button {...rest} class={`button button-${kind}`}>
      <Face icon={icon} iconOnly={iconOnly}>{children}</Face>
    </button>
  );
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
