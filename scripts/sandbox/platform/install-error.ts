/** An artifact the platform could not install. `problems` are whole sentences that name the file. */
export class InstallError extends Error {
  readonly problems: readonly string[];

  /** @param problems at least one */
  constructor(problems: readonly string[]) {
    super(problems.join("\n"));
    this.name = "InstallError";
    this.problems = problems;
  }
}
