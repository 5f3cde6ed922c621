/** Why something new cannot be written, in words for whoever asked for it. */

/** Nothing was written. */
export class NewError extends Error {
  /** The command line is at fault, not the project. */
  readonly isUsage: boolean;

  /** @param message whole sentences: what is wrong and what to do */
  constructor(message: string, isUsage = false) {
    super(message);
    this.name = "NewError";
    this.isUsage = isUsage;
  }
}
