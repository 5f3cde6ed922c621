/** How a command ends. */

/** Documented in the help and in docs/cli.md. */
export const exitCodes = {
  ok: 0,
  /** Problems in the sources, runtimes that differ, a failed conversation, a Builder that refuses, or something missing on this machine. */
  failed: 1,
  /** The command line was wrong, or a file it names is not there or not of the right form. */
  usage: 2,
} as const;

/** What each of them says, for the help and the pages. */
export const exitCodeMeanings: Readonly<Record<ExitCode, string>> = {
  0: "all went well",
  1: "problems in the sources, runtimes that differ, a failed conversation or talk, a Builder that refuses, or something missing on this machine",
  2: "the command line was wrong, or a file it names is not there or not of the right form",
};

/** 0, 1 or 2. */
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Something the user can put right: shown without a stack. */
export class UserError extends Error {
  readonly exitCode: ExitCode;

  /**
   * @param message whole sentences: what is wrong and what to do
   * @param options with a `cause` that is shown on request only
   */
  constructor(message: string, exitCode: ExitCode = exitCodes.failed, options?: ErrorOptions) {
    super(message, options);
    this.name = "UserError";
    this.exitCode = exitCode;
  }
}
