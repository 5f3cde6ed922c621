/** The variable whose value is being made: a list made in place takes its name, what helps is named after it. */
export class NameHint {
  private preferred: string | null = null;

  /** The name; null while a part of a value is made, which must not take the name of the whole. */
  get current(): string | null {
    return this.preferred;
  }

  /** Runs `work` for the value of a variable of that name, or for a part of a value. */
  within<T>(preferred: string | null, work: () => T): T {
    const outer = this.preferred;
    this.preferred = preferred;
    const result = work();
    this.preferred = outer;
    return result;
  }

  /** The name, for the one value that may have it. */
  take(): string | null {
    const { preferred } = this;
    this.preferred = null;
    return preferred;
  }
}
