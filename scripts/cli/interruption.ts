/** Ctrl+C where work must not be left half done: the first asks it to end, the second stops waiting for it. */

/** Listens until it is closed. */
export interface Interruption {
  /** Aborted by the first. */
  readonly signal: AbortSignal;
  /** Resolves at the second. */
  readonly again: Promise<void>;
  close(): void;
}

/** @param onFirst what is said then */
export function listenForInterruption(onFirst: () => void): Interruption {
  const controller = new AbortController();
  let resolveAgain: () => void = () => undefined;
  const again = new Promise<void>((resolve) => {
    resolveAgain = resolve;
  });
  const hear = (): void => {
    if (controller.signal.aborted) {
      resolveAgain();
      return;
    }
    controller.abort();
    onFirst();
  };
  process.on("SIGINT", hear);
  process.on("SIGTERM", hear);
  return {
    signal: controller.signal,
    again,
    close: () => {
      process.removeListener("SIGINT", hear);
      process.removeListener("SIGTERM", hear);
    },
  };
}
