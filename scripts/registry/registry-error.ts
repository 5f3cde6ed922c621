/** What a registry cannot do, in whole sentences: what is wrong and what to do. */
export class RegistryError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "RegistryError";
  }
}
