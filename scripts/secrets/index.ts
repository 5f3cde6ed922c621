/** @module What must not be shown, and how it is taken out of whatever is shown. */
export { Secrets } from "./secrets.ts";

/** Whether a name is one under which people keep secrets: `NEWO_API_KEY`, `user_token`. */
export function isSecretName(name: string): boolean {
  return /(?:^|_)(?:keys?|passwords?|secrets?|tokens?)$/iu.test(name);
}
