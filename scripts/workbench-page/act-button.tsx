/** A button that keeps the focus while it can do nothing: one that is disabled would lose it, and a keyboard its place. */
import type { ComponentChildren, JSX } from "preact";

interface ActButtonProps {
  readonly children: ComponentChildren;
  /** Pressing it does nothing now. */
  readonly isOff: boolean;
  readonly onClick?: () => unknown;
  readonly type?: "button" | "submit";
  readonly class?: string;
  readonly title?: string;
  /** Of a switch: whether it is on. */
  readonly isOn?: boolean;
}

/** Also keeps a form from being sent while it is off. */
export function ActButton({ isOff, onClick, type, isOn, ...others }: ActButtonProps): JSX.Element {
  return (
    <button
      {...others}
      type={type ?? "button"}
      role={isOn === undefined ? undefined : "switch"}
      aria-checked={isOn}
      aria-disabled={isOff}
      onClick={(event) => {
        if (isOff) {
          event.preventDefault();
        } else {
          onClick?.();
        }
      }}
    />
  );
}
