/** Ctrl+C: to wait for it, and where work must not be left half done. */

/** Listens until it is closed. */
export interface Interruption {
  /** Aborted by the first. */
  readonly signal: AbortSignal;
  /** Resolves at the second. */
  readonly again: Promise<void>;
  close(): void;
}

/** Resolves when the process is asked to end. */
export function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    const interruption = listenForInterruption(() => {
      interruption.close();
      resolve();
    });
  });
}

/**
 * The first asks work to end, the second stops waiting for it.
 *
 * @param onFirst what is said then
 */
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
