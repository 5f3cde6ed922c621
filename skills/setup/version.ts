/** How two versions of the module are compared. */
import { toInteger } from "#sdk";

/** True for a version such as `1.2.3`. */
export function isVersion(text: string): boolean {
  return /^[0-9]{1,4}[.][0-9]{1,4}[.][0-9]{1,4}$/u.test(text);
}

/**
 * A version as one number, so that 0.10.0 comes after 0.9.0. Anything else is 0: older than every version.
 */
export function versionNumber(text: string): number {
  if (!isVersion(text)) {
    return 0;
  }
  const parts = text.split(".").map((part) => toInteger(part).value);
  return ((parts[0] ?? 0) * 10000 + (parts[1] ?? 0)) * 10000 + (parts[2] ?? 0);
}
