/** An artifact that cannot be read or must not be written, with everything that is wrong with it. */
export class ArtifactError extends Error {
  /** One sentence for each thing that is wrong. */
  readonly faults: readonly string[];

  constructor(what: string, faults: readonly string[]) {
    super(`${what}\n${faults.map((fault) => `  ${fault}`).join("\n")}`);
    this.name = "ArtifactError";
    this.faults = faults;
  }
}
