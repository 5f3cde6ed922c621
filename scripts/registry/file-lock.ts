/** A file that says which process works on what lies beside it. */
import { readFileSync, rmSync, writeFileSync } from "node:fs";

/**
 * Takes a lock. That of a process that has ended, which it could not take away, counts for nothing.
 *
 * @param file in a folder that is there
 * @returns what gives it back; null when another process has it
 */
export function takeLock(file: string): (() => void) | null {
  if (!take(file, "wx") && (!isLeft(file) || !take(file, "w"))) {
    return null;
  }
  return () => {
    rmSync(file, { force: true });
  };
}

function take(file: string, flag: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag, mode: 0o600 });
    return true;
  } catch (thrown) {
    if (["EEXIST", "EISDIR"].includes((thrown as NodeJS.ErrnoException).code ?? "")) {
      return false;
    }
    throw thrown;
  }
}

/** Whether the process that took the lock has ended. */
function isLeft(file: string): boolean {
  try {
    process.kill(Number(readFileSync(file, "utf8")) || process.pid, 0);
    return false;
  } catch (thrown) {
    return (thrown as NodeJS.ErrnoException).code === "ESRCH";
  }
}
