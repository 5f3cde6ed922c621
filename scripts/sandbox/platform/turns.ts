/** Requests of one handler that are made side by side go out one after the other, as those of its compiled form do. */

/** Whose turn it is to send. */
export class Turns {
  private isTaken = false;
  private isOver = false;
  private waiting: (() => void)[] = [];
  /** What was asked for since the last answer: it goes before all that waited then. */
  private added: (() => void)[] = [];

  /** Waits for its turn; undefined where it has it at once. */
  take(): Promise<void> | undefined {
    if (this.isTaken) {
      return new Promise((resolve) => {
        this.added.push(resolve);
      });
    }
    this.isTaken = true;
    return undefined;
  }

  /** The request is answered: the next goes out once all has been done that this answer brings about. */
  pass(): void {
    this.collect();
    if (this.waiting.length === 0) {
      this.isTaken = false;
      return;
    }
    setImmediate(() => {
      this.collect();
      const next = this.waiting.shift();
      if (!this.isOver) {
        next?.();
      }
    });
  }

  /** Nothing goes out any more: the handler has ended or failed. */
  end(): void {
    this.isOver = true;
  }

  private collect(): void {
    this.waiting = [...this.added, ...this.waiting];
    this.added = [];
  }
}
