/** Where the focus goes when the element that has it is taken away, so that a keyboard does not begin at the top again. */
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import type { RefObject } from "preact";

let last: Element | null = null;
let wanted = "";

addEventListener("focusin", ({ target }) => {
  last = target instanceof Element ? target : null;
  wanted = "";
});

function isLost(): boolean {
  return last !== null && !last.isConnected && document.activeElement === document.body;
}

/** Has something that is still to come take the focus. @param name as `useFocusWhenWanted` has it; "" for nothing any more */
export function wantFocus(name: string): void {
  wanted = name;
}

/** Takes the focus with its first appearance, when it is what is wanted. */
export function useFocusWhenWanted<T extends HTMLElement>(name: string): RefObject<T | null> {
  const place = useRef<T>(null);
  useLayoutEffect(() => {
    if (wanted === name && isLost()) {
      place.current?.focus();
    }
  }, []);
  return place;
}

/** Takes the focus with its first appearance, when the element that had it has just gone. */
export function useFocusWhenLost<T extends HTMLElement>(): RefObject<T | null> {
  const place = useRef<T>(null);
  useLayoutEffect(() => {
    if (isLost()) {
      place.current?.focus();
    }
  }, []);
  return place;
}

/** Takes the focus whenever it would be nowhere, nothing is wanted, and nothing else has taken it. */
export function useLastResort<T extends HTMLElement>(): RefObject<T | null> {
  const place = useRef<T>(null);
  useEffect(() => {
    if (wanted === "" && isLost()) {
      place.current?.focus({ preventScroll: true });
    }
  });
  return place;
}
